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

/** Lines above and below what an editor shows that are marked first, and what is few enough to be marked at once. */
const around = 80;
const few = 60;
/** Milliseconds after which the editor has painted those. */
const afterPaint = 200;

/** Marks annotated passages in the visible editors: underline and tint in the tag's colour, a mark in the overview ruler, a hover. */
export function decorate(annotations: VisibleAnnotations, hidden: HiddenTags): vscode.Disposable[] {
  const types = new Map<string, vscode.TextEditorDecorationType>();
  /** What each editor shows, all of it or soon. */
  const drawn = new WeakMap<vscode.TextEditor, readonly AnnotationItem[]>();
  /** What each editor was given last: of which document, and in which types. */
  const given = new WeakMap<vscode.TextEditor, { readonly uri: string; readonly keys: readonly string[] }>();
  function mark(editor: vscode.TextEditor, items: readonly AnnotationItem[], levels: readonly number[]): void {
    const uri = editor.document.uri.toString();
    const marks = new Map<string, vscode.DecorationOptions[]>();
    items.forEach((item, i) => {
      const color = colorOf(item);
      const key = `${typeof color === 'string' ? color : color.id} ${levels[i] ?? 0}`;
      if (!types.has(key)) types.set(key, vscode.window.createTextEditorDecorationType(styleOf(color, levels[i] ?? 0)));
      const options = marks.get(key) ?? [];
      const hoverMessage = hoverOf(item);
      options.push(...item.ranges.map((range) => ({ range: rangeOf(range), hoverMessage })));
      marks.set(key, options);
    });
    for (const key of new Set([...given.get(editor)?.keys ?? [], ...marks.keys()])) {
      const type = types.get(key);
      if (type !== undefined) editor.setDecorations(type, marks.get(key) ?? []);
    }
    given.set(editor, { uri, keys: [...marks.keys()] });
  }
  function draw(editor: vscode.TextEditor): void {
    const uri = editor.document.uri.toString();
    drawn.set(editor, annotations.of(uri));
    const enabled = vscode.workspace.getConfiguration('wenmai.highlight', editor.document.uri).get<boolean>('tags', true);
    const shown = enabled ? annotations.of(uri).filter(({ tags, ranges }) => ranges.length > 0 && (tags.length === 0 || tags.some(({ id }) => !hidden.has(id)))) : [];
    const levels = levelsOf(shown);
    if (shown.length > few && given.get(editor)?.uri !== uri) {
      // What is seen comes first; the rest follows once the editor has painted it.
      const near = shown.map(({ ranges }) => ranges.some((range) => editor.visibleRanges.some(({ start, end }) => range.end.line >= start.line - around && range.start.line <= end.line + around)));
      mark(editor, shown.filter((_, i) => near[i]), levels.filter((_, i) => near[i]));
      setTimeout(() => { if (vscode.window.visibleTextEditors.includes(editor) && editor.document.uri.toString() === uri) draw(editor); }, afterPaint);
      return;
    }
    mark(editor, shown, levels);
  }
  function drawAll(): void {
    for (const editor of vscode.window.visibleTextEditors) draw(editor);
  }
  return [
    annotations.onDidChange((uri) => {
      for (const editor of vscode.window.visibleTextEditors) {
        // The editor moves its marks with each key, which is told of here later: they are not set again where they are.
        if (editor.document.uri.toString() === uri && drawn.get(editor) !== annotations.of(uri)) draw(editor);
      }
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
