import assert from 'node:assert/strict';
import type { EntityNode, EntityTypeNode } from '../../../server/lsp/protocol';
import { entityRows, type EntitiesRow } from '../../../client/views/entityRows';

function entity(name: string, status: EntityNode['status']): EntityNode {
  return { folder: 'file:///c', id: `company:${name}`, name, type: 'company', status, aliases: [], mentions: 2, reports: 1 };
}
function type(label: string, confirmed: string[], candidates: string[], omitted = 0): EntityTypeNode {
  return {
    type: label, label,
    confirmed: confirmed.map((name) => entity(name, 'confirmed')),
    candidates: candidates.map((name) => entity(name, 'candidate')),
    omitted: { confirmed: 0, candidates: omitted },
  };
}
const folder = (uri: string, ...types: EntityTypeNode[]) => ({ uri, name: uri, types });

/** The rows as indented lines. */
function draw(rows: readonly EntitiesRow[], indent = ''): string[] {
  return rows.flatMap((row) => {
    const children = 'children' in row ? draw(row.children, `${indent}  `) : [];
    switch (row.kind) {
      case 'folder': return [`${indent}[${row.folder.name}]`, ...children];
      case 'candidates': return [`${indent}? ${row.count}`, ...children];
      case 'type': return [`${indent}${row.type.label} ${row.count}`, ...children];
      case 'entity': return [`${indent}${row.entity.name}`];
      case 'omitted': return [`${indent}… ${row.count}`];
      default: return [];
    }
  });
}

describe('rows of the Entities view', () => {
  it('confirmed entities come first, candidates apart, empty types not at all', () => {
    const rows = entityRows([folder('file:///c', type('企业', ['甲'], ['乙']), type('人物', [], ['丙'], 7), type('地点', [], []))]);
    assert.deepEqual(draw(rows), ['企业 1', '  甲', '? 9', '  企业 1', '    乙', '  人物 8', '    丙', '    … 7']);
  });
  it('without confirmed ones the candidates stand alone', () => {
    const [row] = entityRows([folder('file:///c', type('企业', [], ['乙']))]);
    assert.ok(row?.kind === 'candidates' && row.alone);
  });
  it('no entity, no row', () => { assert.deepEqual(entityRows([folder('file:///c')]), []); });
  it('several folders have a row each', () => {
    assert.deepEqual(draw(entityRows([folder('c', type('企业', ['甲'], [])), folder('d')])), ['[c]', '  企业 1', '    甲', '[d]']);
  });
});
