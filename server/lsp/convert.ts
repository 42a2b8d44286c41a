import type { DocumentSymbol, Location, LocationLink } from 'vscode-languageserver/node';
import type { Definition } from '../features/definition';
import type { Symbol } from '../features/documentSymbol';
import type { Target } from '../reference/model';
import type { Snapshot } from '../corpus/corpus';
import { digestIn } from '../corpus/digest';
import { rangeOf, type LineStarts } from '../text/lines';
import type { Workspace } from './workspaces';

/** A place as LSP has it; null where its report is gone. */
export function locationOf(workspace: Workspace, snapshot: Snapshot, { report, span }: Target): Location | null {
  const index = snapshot.reports.get(report);
  return index ? { uri: workspace.uriOf(report), range: rangeOf(digestIn(index).lineStarts, span) } : null;
}

/** Places as LSP has them, without those whose report is gone. Neighbours in one report cost little. */
export function locationsOf(workspace: Workspace, snapshot: Snapshot, targets: readonly Target[]): Location[] {
  const found: Location[] = [];
  let [at, uri, lines]: [string | null, string, LineStarts | null] = [null, '', null];
  for (const { report, span } of targets) {
    if (report !== at) {
      const index = snapshot.reports.get((at = report));
      lines = index ? digestIn(index).lineStarts : null;
      if (lines) uri = workspace.uriOf(report);
    }
    if (lines) found.push({ uri, range: rangeOf(lines, span) });
  }
  return found;
}

/** A definition as links that say which text they belong to. */
export function linksOf(workspace: Workspace, snapshot: Snapshot, lines: LineStarts, { origin, targets }: Definition): LocationLink[] {
  return locationsOf(workspace, snapshot, targets).map(({ uri, range }) => ({
    originSelectionRange: rangeOf(lines, origin),
    targetUri: uri,
    targetRange: range,
    targetSelectionRange: range,
  }));
}

export function symbolOf(lines: LineStarts, symbol: Symbol): DocumentSymbol {
  return {
    name: symbol.name,
    detail: symbol.detail,
    kind: symbol.kind,
    range: rangeOf(lines, symbol.span),
    selectionRange: rangeOf(lines, symbol.nameSpan),
    children: symbol.children.map((child) => symbolOf(lines, child)),
  };
}
