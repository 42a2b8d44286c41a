import { XMLBuilder } from 'fast-xml-parser';
import type { CorpusGraph } from './graph';

export const graphFormats = ['json', 'graphml', 'dot'] as const;
export type GraphFormat = (typeof graphFormats)[number];

/** GraphML 1.0 (graphml.graphdrawing.org), which Gephi, yEd and NetworkX read: one directed graph. */
function graphml({ nodes, edges }: CorpusGraph): string {
  const key = (id: string, of: 'node' | 'edge', type: 'string' | 'int') => ({ '@id': id, '@for': of, '@attr.name': id, '@attr.type': type });
  const data = (fields: Readonly<Record<string, string | number | null>>) =>
    Object.entries(fields).flatMap(([name, value]) => (value === null || value === '' ? [] : [{ '@key': name, '#text': legal(String(value)) }]));
  const document = {
    '?xml': { '@version': '1.0', '@encoding': 'UTF-8' },
    graphml: {
      '@xmlns': 'http://graphml.graphdrawing.org/xmlns',
      key: [key('kind', 'node', 'string'), key('title', 'node', 'string'), key('type', 'node', 'string'), key('date', 'node', 'string'), key('relation', 'edge', 'string'), key('count', 'edge', 'int')],
      graph: {
        '@id': 'corpus', '@edgedefault': 'directed',
        node: nodes.map(({ id, kind, title, type, date }) => ({ '@id': legal(id), data: data({ kind, title, type, date }) })),
        edge: edges.map(({ from, to, kind, count }) => ({ '@source': legal(from), '@target': legal(to), data: data({ relation: kind, count }) })),
      },
    },
  };
  return String(new XMLBuilder({ ignoreAttributes: false, attributeNamePrefix: '@', format: true, processEntities: true }).build(document));
}

/** Without the characters that XML 1.0 cannot hold at all. */
function legal(text: string): string {
  return [...text].filter((character) => /^[\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]$/u.test(character)).join('');
}

/** The DOT language of Graphviz; strings are quoted as it asks. */
function dot({ nodes, edges }: CorpusGraph): string {
  const quoted = (text: string): string => `"${text.replace(/[\\"]/g, '\\$&').replace(/\s+/g, ' ')}"`;
  const shapes = { report: 'box', document: 'note', entity: 'ellipse' } as const;
  const styles = { cites: 'solid', mentions: 'dotted', samePassages: 'dashed' } as const;
  return [
    'digraph corpus {',
    ...nodes.map(({ id, kind, title }) => `  ${quoted(id)} [label=${quoted(title)}, shape=${shapes[kind]}];`),
    ...edges.map(({ from, to, kind, count }) => `  ${quoted(from)} -> ${quoted(to)} [label=${quoted(String(count))}, style=${styles[kind]}${kind === 'samePassages' ? ', dir=none' : ''}];`),
    '}', '',
  ].join('\n');
}

/** A graph as text of one of the formats, ending with a line end. */
export function printGraph(graph: CorpusGraph, format: GraphFormat): string {
  switch (format) {
    case 'json':
      return `${JSON.stringify(graph, null, 2)}\n`;
    case 'graphml':
      return graphml(graph);
    case 'dot':
      return dot(graph);
  }
}
