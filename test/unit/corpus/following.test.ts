import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEngine, type Engine } from '../../../server/corpus/engine';
import { createFolder, type CorpusFolder } from '../../../server/corpus/folder';
import type { ReportIndex } from '../../../server/corpus/model';
import { unpacked } from '../../../server/corpus/packed/report';
import { defaultSettings } from '../../../server/corpus/settings';
import { builtInNames } from '../../../server/entity/names';
import { plainSegmenter } from '../../../server/entity/segmenter';

/** An engine that tells which reports were read, and which of those in full; it reads none before `open` resolves. */
function watched(told: string[], open: Promise<void>): Engine {
  const engine = createEngine({ lexicon: () => builtInNames([]), segmenter: plainSegmenter });
  return {
    ...engine,
    async read(path, text, known) {
      await open;
      const result = await engine.read(path, text, known);
      told.push('contribution' in result ? path : `(${path})`);
      return result;
    },
  };
}

describe('a folder that is followed', () => {
  let root = '';
  let told: string[] = [];
  let corpus: CorpusFolder;
  const write = (name: string, text: string, age = 0): void => {
    mkdirSync(join(root, name, '..'), { recursive: true });
    writeFileSync(join(root, name), text);
    utimesSync(join(root, name), new Date(), new Date(Date.now() - age * 1000));
  };
  const reports = (): string[] => [...corpus.snapshot().reports.entries()].map(([name]) => name).sort();
  let release = (): void => undefined;
  const start = async (held = false): Promise<void> => {
    const open = new Promise<void>((resolve) => (release = resolve));
    if (!held) release();
    corpus = createFolder({
      root,
      settings: defaultSettings,
      engine: watched(told, open),
      events: { changed: () => undefined, progress: () => undefined, failed: (error) => { throw error; } },
    });
    await corpus.start();
  };
  const after = async (...paths: string[]): Promise<string[]> => {
    told.length = 0;
    await corpus.filesChanged(paths);
    await corpus.settled();
    return [...told].sort();
  };
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'wenmai-follow-'));
    told = [];
    write('旧.txt', '# 甲报告\n\n霁川信息科技有限公司（以下简称“霁川信息”）成立于2016年。', 300);
    write('新.txt', '# 乙报告\n\n霁川信息与云汀市人民医院合作。', 100);
    write('中.txt', '# 丙报告\n\n云汀市人民医院上线平台。', 200);
  });
  afterEach(async () => {
    await corpus.dispose();
    rmSync(root, { recursive: true, force: true });
  });

  it('is read from the newest report to the oldest', async () => {
    await start();
    await corpus.settled();
    assert.deepEqual(told, ['新.txt', '中.txt', '旧.txt']);
  });

  it('is read so that long reports among the newest keep nobody waiting', async () => {
    write('更长.txt', `# 丁报告\n\n${'云汀市人民医院上线平台。'.repeat(2_500)}`, 40);
    write('长.txt', `# 戊报告\n\n${'云汀市人民医院上线平台。'.repeat(2_000)}`, 50);
    await start();
    await corpus.settled();
    assert.deepEqual(told, ['新.txt', '中.txt', '旧.txt', '长.txt', '更长.txt']);
  });

  it('reads a report that somebody opens before all others', async () => {
    await start(true);
    corpus.open('旧.txt', '# 甲报告');
    release();
    await corpus.fresh('旧.txt');
    assert.ok(!told.includes('中.txt'));
    await corpus.settled();
  });

  for (const [what, yaml, read] of [
    ['nothing again for how rules are set', 'rules:\n  claim/growth: off\nignore:\n  - rule: claim/share\n    reason: 已核\n', []],
    ['nothing again for reports that are left out', "exclude: ['中.txt']\n", []],
    ['everything again for another encoding', 'encoding: gb18030\n', ['(中.txt)', '(新.txt)', '(旧.txt)']],
  ] as const) {
    it(`reads ${what} in wenmai.yaml`, async () => {
      await start();
      await corpus.settled();
      write('wenmai.yaml', yaml);
      assert.deepEqual((await after('wenmai.yaml')).map((name) => (name.startsWith('(') ? name : `(${name})`)), read);
      assert.equal(reports().includes('中.txt'), !yaml.includes('exclude'));
    });
  }

  it('does not read again what was touched and not changed', async () => {
    await start();
    await corpus.settled();
    write('新.txt', '# 乙报告\n\n霁川信息与云汀市人民医院合作。');
    write('中.txt', '# 丙报告\n\n云汀市人民医院停用平台。');
    assert.deepEqual(await after('新.txt', '中.txt', '旧.txt'), ['(新.txt)', '(旧.txt)', '中.txt']);
  });

  it('does not read a report again that is opened as it is', async () => {
    await start();
    await corpus.settled();
    told.length = 0;
    corpus.open('新.txt', '# 乙报告\n\n霁川信息与云汀市人民医院合作。');
    await corpus.settled();
    corpus.close('新.txt');
    await corpus.settled();
    assert.deepEqual(told, []);
  });

  it('moves what was renamed, with all that is known of it', async () => {
    await start();
    await corpus.settled();
    const before = corpus.snapshot().reports.get('旧.txt');
    renameSync(join(root, '旧.txt'), join(root, '改名.txt'));
    assert.deepEqual(await after('旧.txt', '改名.txt'), ['(改名.txt)']);
    assert.deepEqual(reports(), ['中.txt', '改名.txt', '新.txt']);
    assert.deepEqual(unpacked(corpus.snapshot().reports.get('改名.txt') as ReportIndex), { ...unpacked(before as ReportIndex), path: '改名.txt' });
  });

  it('moves a folder that was renamed', async () => {
    write('子/丁.txt', '# 丁报告\n\n无。');
    await start();
    await corpus.settled();
    renameSync(join(root, '子'), join(root, '孙'));
    assert.deepEqual(await after('子'), ['(孙/丁.txt)']);
    assert.ok(reports().includes('孙/丁.txt') && !reports().includes('子/丁.txt'));
  });

  it('reads a renamed report again whose name is its title, or that links relative to it', async () => {
    write('无题.txt', '');
    write('甲/链接.md', '# 链接\n\n另见[旧](../旧.txt)。');
    await start();
    await corpus.settled();
    renameSync(join(root, '无题.txt'), join(root, '有题.txt'));
    renameSync(join(root, '甲/链接.md'), join(root, '链接.md'));
    const read = await after('无题.txt', '有题.txt', '甲/链接.md', '链接.md');
    assert.deepEqual(read.filter((name) => !name.startsWith('(')), ['有题.txt', '链接.md']);
    assert.equal(corpus.snapshot().reports.get('有题.txt')?.meta.title, '有题');
  });

  it('stops at a pause, serves what is opened, and goes on', async () => {
    await start(true);
    corpus.pause();
    corpus.open('中.txt', '# 丙报告');
    release();
    await corpus.fresh('中.txt');
    assert.ok(!told.includes('旧.txt'));
    assert.equal(corpus.paused(), true);
    corpus.resume();
    await corpus.settled();
    assert.deepEqual(reports(), ['中.txt', '新.txt', '旧.txt']);
    assert.equal(corpus.paused(), false);
  });

  it('goes on after a pause when a file changes', async () => {
    await start();
    corpus.pause();
    write('四.txt', '# 四');
    await corpus.filesChanged(['四.txt']);
    await corpus.settled();
    assert.equal(reports().length, 4);
  });

  it('does not leave the folder through links', async () => {
    const outside = mkdtempSync(join(tmpdir(), 'wenmai-outside-'));
    try {
      writeFileSync(join(outside, '外.txt'), '# 外');
      symlinkSync(outside, join(root, '通向外'));
      symlinkSync(join(outside, '外.txt'), join(root, '外.txt'));
      await start();
      await corpus.settled();
      await after('通向外/外.txt', '外.txt');
      assert.deepEqual(reports(), ['中.txt', '新.txt', '旧.txt']);
    } finally {
      rmSync(outside, { recursive: true, force: true });
    }
  });
});
