import { SymbolKind } from 'vscode-languageserver-types';
import { fullName } from '../report/fullName';
import type { Span } from '../text/span';
import { outlineOf, type OutlineNode, type Structure } from './outline';

/** Characters of a symbol's name; what is longer goes on in the detail. */
export const longestName = 40;

export interface Symbol {
  readonly name: string;
  readonly detail: string;
  readonly kind: SymbolKind;
  readonly span: Span;
  readonly nameSpan: Span;
  readonly children: readonly Symbol[];
}

const kinds = {
  section: SymbolKind.Namespace,
  figure: SymbolKind.Object,
  chart: SymbolKind.Object,
  table: SymbolKind.Array,
} as const;

/** Cuts a name at `longestName` characters (code points) without splitting one. */
export function cutName(name: string): { readonly name: string; readonly rest: string } {
  const characters = [...name];
  if (characters.length <= longestName) return { name, rest: '' };
  return { name: `${characters.slice(0, longestName - 1).join('')}…`, rest: `…${characters.slice(longestName - 1).join('')}` };
}

function symbolOf(node: OutlineNode): Symbol {
  const { name, rest } = cutName(fullName(node));
  return {
    name,
    detail: rest,
    kind: kinds[node.kind],
    span: node.span,
    nameSpan: node.nameSpan,
    children: node.children.map(symbolOf),
  };
}

/** The outline as an editor's symbols. */
export function documentSymbols(structure: Structure): readonly Symbol[] {
  return outlineOf(structure).map(symbolOf);
}
