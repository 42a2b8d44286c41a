import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ActResult, AnnotationItem } from '../../server/lsp/annotationProtocol';
import { eventually, positionOf } from '../support/ask';
import { startClient, type Client } from './client';

const report = '报告.txt';
/** The same rows stand three times: the words and what is near them do not tell which one was meant. */
const rows = ['门诊量与上月持平。', '住院量与上月持平。', '病历合格率略有提高。', '医生使用意愿略有提高。', '系统已经上线。', '药品费用与上月持平。', '检查费用与上月持平。', '平均住院日与上月持平。'];
const list = [...rows, ...rows.map((row) => `其中，${row}`)].join('\n\n');
const before = `甲市的情况\n\n${list}\n\n乙市的情况\n\n${list}\n\n丙市的情况\n\n${list}\n`;
const after = `新写的前言，说明口径。\n\n${before}`;

describe('the text that an annotation was made on', () => {
  let folder: string;
  const corpus = (): string => join(folder, 'corpus');
  const start = (): Promise<Client> => startClient(corpus(), { settings: { 'wenmai.annotator': '林未晞' }, env: { XDG_CACHE_HOME: join(folder, 'cache') } });
  const items = (client: Client): Promise<AnnotationItem[]> => client.request('wenmai/annotations', { uri: client.uri(report) });

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'wenmai-made-on-'));
    mkdirSync(corpus());
    writeFileSync(join(corpus(), report), before);
  });
  afterEach(() => { rmSync(folder, { recursive: true, force: true }); });

  it('is known to the next server: what was edited in between is followed by a diff', async () => {
    let client = await start();
    const at = positionOf(before, '系统已经上线', { nth: 1 });
    const act = { kind: 'tag', uri: client.uri(report), passages: [[{ start: at, end: { line: at.line, character: at.character + 6 } }]], tags: ['上线'] };
    await eventually(() => client.request<ActResult>('wenmai/annotate', act), ({ done }) => done);
    await eventually(() => items(client), (found) => found.length === 1);
    await client.stop();
    writeFileSync(join(corpus(), report), after);
    client = await start();
    const [item] = await eventually(() => items(client), ([first]) => first !== undefined);
    assert.deepEqual(item?.ranges[0]?.start, positionOf(after, '系统已经上线', { nth: 1 }));
    await client.stop();
  });
});
