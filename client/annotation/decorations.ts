import * as vscode from 'vscode';
import type { AnnotationItem } from '../../server/lsp/protocol';
import { rangeOf } from '../views/places';
import { levelsOf } from './levels';
import type { VisibleAnnotations } from './model';

const { t } = vscode.l10n;

/** Tags whose passages are not marked in editors, kept for the workspace. */
export interface HiddenTags {
  has(id: string): boolean;
  toggle(id: string): void;
  readonly onDidChange: vscode.Event<undefined>;
}

export function hiddenTags(memory: vscode.Memento): HiddenTags {
  const changed = new vscode.EventEmitter<undefined>();
  const hidden = new Set(memory.get<string[]>('tags.hidden', []));
  return {
    has: (id) => hidden.has(id),
    toggle(id) {
      if (!hidden.delete(id)) hidden.add(id);
      void memory.update('tags.hidden', [...hidden]);
      changed.fire(undefined);
    },
    onDidChange: changed.event,
  };
}

const charts = ['charts.blue', 'charts.green', 'charts.orange', 'charts.purple', 'charts.red', 'charts.yellow'];

/** A colour of the theme for what the codebook gives none, the same for the same word. */
function themeColor(word: string): vscode.ThemeColor {
  let sum = 0;
  for (const c of word) sum = (sum * 31 + (c.codePointAt(0) ?? 0)) % 9973;
  return new vscode.ThemeColor(charts[sum % charts.length] ?? 'charts.blue');
}

/** The colour of an annotation: its first tag's, else that of comments. */
export function colorOf(item: AnnotationItem): string | vscode.ThemeColor {
  const [tag] = item.tags;
  return tag === undefined ? new vscode.ThemeColor('charts.foreground') : (tag.color ?? themeColor(tag.id));
}

/** Marks annotated passages in the visible editors: underline and tint in the tag's colour, a mark in the overview ruler, a hover. */
export function decorate(annotations: VisibleAnnotations, hidden: HiddenTags): vscode.Disposable[] {
  const types = new Map<string, vscode.TextEditorDecorationType>();
  const typeOf = (item: AnnotationItem, level: number): [string, vscode.TextEditorDecorationType] => {
    const color = colorOf(item);
    const key = `${typeof color === 'string' ? color : color.id} ${level}`;
    const known = types.get(key) ?? vscode.window.createTextEditorDecorationType(styleOf(color, level));
    types.set(key, known);
    return [key, known];
  };
  function draw(editor: vscode.TextEditor): void {
    const uri = editor.document.uri.toString();
    const enabled = vscode.workspace.getConfiguration('wenmai.highlight', editor.document.uri).get<boolean>('tags', true);
    const shown = enabled ? annotations.of(uri).filter(({ tags, ranges }) => ranges.length > 0 && (tags.length === 0 || tags.some(({ id }) => !hidden.has(id)))) : [];
    const levels = levelsOf(shown);
    const marks = new Map<string, vscode.DecorationOptions[]>();
    shown.forEach((item, i) => {
      const [key] = typeOf(item, levels[i] ?? 0);
      const hoverMessage = hoverOf(item);
      marks.set(key, [...(marks.get(key) ?? []), ...item.ranges.map((range) => ({ range: rangeOf(range), hoverMessage }))]);
    });
    for (const [key, type] of types) editor.setDecorations(type, marks.get(key) ?? []);
  }
  function drawAll(): void {
    for (const editor of vscode.window.visibleTextEditors) draw(editor);
  }
  return [
    annotations.onDidChange((uri) => {
      for (const editor of vscode.window.visibleTextEditors) if (editor.document.uri.toString() === uri) draw(editor);
    }),
    hidden.onDidChange(drawAll),
    vscode.workspace.onDidChangeConfiguration((event) => { if (event.affectsConfiguration('wenmai.highlight')) drawAll(); }),
    { dispose: () => { for (const type of types.values()) type.dispose(); } },
  ];
}

/** Underlines of overlapping passages lie below each other. */
function styleOf(color: string | vscode.ThemeColor, level: number): vscode.DecorationRenderOptions {
  const css = typeof color === 'string' ? color : `var(--vscode-${color.id.replaceAll('.', '-')})`;
  return {
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
    textDecoration: `underline solid ${css} 2px; text-underline-offset: ${2 + 3 * level}px; text-decoration-skip-ink: none`,
    ...(typeof color === 'string' && color.length === 7 ? { backgroundColor: `${color}1f` } : {}),
    overviewRulerColor: color,
    overviewRulerLane: vscode.OverviewRulerLane.Left,
  };
}

function hoverOf(item: AnnotationItem): vscode.MarkdownString {
  const text = new vscode.MarkdownString('', true);
  for (const tag of item.tags) text.appendMarkdown('$(tag) ').appendText(tag.path).appendMarkdown('\n\n');
  if (item.memo !== '') text.appendMarkdown('$(comment) ').appendText(item.memo).appendMarkdown('\n\n');
  const time = new Date(item.modified);
  text.appendText(Number.isNaN(time.getTime()) ? item.annotator : t('{0}, {1}', item.annotator, time.toLocaleString(vscode.env.language)));
  return text;
}
