import type { Context } from './context';
import type { NoteLink } from './model';
export function markNotes(context: Context): NoteLink[] {
  void context;
  return [];
}
