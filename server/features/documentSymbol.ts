import { SymbolKind } from 'vscode-languageserver-types';
import { tagPath, type Codebook } from '../annotation/codebook/model';
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

/** The outline of a codebook: its tags in the order of the file, each with its path, for one may stand far from the tag above it. Linear. */
export function tagSymbols(codebook: Codebook): Symbol[] {
  return codebook.tags.map(({ id, name, span, nameSpan }) => ({ name, detail: tagPath(codebook, id), kind: SymbolKind.EnumMember, span, nameSpan, children: [] }));
}
