import assert from 'node:assert/strict';
import { movedAnnotations } from '../../../server/annotation/move';

const line = (source: string, memo = ''): string => JSON.stringify({ id: 'urn:uuid:1', body: [{ type: 'TextualBody', value: memo }], target: { source, selector: [] } });

describe('annotations of a renamed report', () => {
  const texts = new Map([
    ['annotations/a.txt/甲.jsonl', `${line('a.txt', '见 "source":"a.txt"')}\n${line('urn:uuid:1')}\n`],
    ['annotations/b/a.txt/甲.jsonl', `${line('b/a.txt')}\n`],
    ['annotations/ab.txt/甲.jsonl', `${line('ab.txt')}\n`],
  ]);

  it('move with it and name it anew; what a memo says stays', () => {
    assert.deepEqual(movedAnnotations(texts, new Map([['a.txt', '子/新"名.txt']])), [
      { from: 'annotations/a.txt/甲.jsonl', to: 'annotations/子/新"名.txt/甲.jsonl', text: `${line('子/新"名.txt', '见 "source":"a.txt"')}\n${line('urn:uuid:1')}\n` },
    ]);
  });

  it('move with the folder that holds it', () => {
    assert.deepEqual(movedAnnotations(texts, new Map([['b', 'c/d']])), [
      { from: 'annotations/b/a.txt/甲.jsonl', to: 'annotations/c/d/a.txt/甲.jsonl', text: `${line('c/d/a.txt')}\n` },
    ]);
  });
});
