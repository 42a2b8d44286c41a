import assert from 'node:assert/strict';
import { encode } from 'iconv-lite';
import fc from 'fast-check';
import { decode, sourceFromText } from '../../../server/text/decode';

const TEXT = '第一章 总则\r\n为了规范数据流通活动，制定本条例。\n';

describe('decode', () => {
  it('reads strict UTF-8 without guessing', () => {
    const source = decode(Buffer.from(TEXT));
    assert.deepEqual([source.text, source.encoding, source.guessed, source.bom, source.replacements], [TEXT, 'utf-8', false, false, 0]);
  });

  it('takes a byte order mark at its word and leaves it out of the text', () => {
    for (const encoding of ['utf-8', 'utf-16le', 'utf-16be', 'gb18030'] as const) {
      const source = decode(encode(`\ufeff${TEXT}`, encoding));
      assert.deepEqual([source.text, source.encoding, source.guessed, source.bom], [TEXT, encoding, false, true]);
    }
  });

  it('guesses GB18030 and UTF-16 without a mark, and says that it did', () => {
    for (const encoding of ['gb18030', 'utf-16le', 'utf-16be'] as const) {
      const source = decode(encode(TEXT, encoding));
      assert.deepEqual([source.text, source.encoding, source.guessed], [TEXT, encoding, true]);
    }
  });

  it('reads UTF-8 with a few damaged bytes as UTF-8, and counts them', () => {
    const bytes = Buffer.from(TEXT.repeat(20));
    bytes[100] = 0xff;
    const source = decode(bytes);
    assert.equal(source.encoding, 'utf-8');
    assert.equal(source.guessed, true);
    assert.ok(source.replacements > 0);
  });

  it('obeys an override', () => {
    assert.equal(decode(encode(TEXT, 'gb18030'), 'gb18030').guessed, false);
    assert.ok(decode(encode(TEXT, 'gb18030'), 'utf-8').replacements > 0);
  });

  it('says of a binary file that it is no text', () => {
    assert.equal(decode(Buffer.from('%PDF-1.7 …')).binary, true);
    assert.equal(decode(Uint8Array.from({ length: 500 }, (_, i) => (i * 7) % 30)).binary, true);
    assert.equal(decode(Buffer.from(TEXT)).binary, false);
  });

  it('reads any bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => decode(bytes).text.length >= 0));
  });

  it('gives back what UTF-8 encodes', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      fc.pre(!text.startsWith('\ufeff') && [...text].every((c) => c >= ' ' && c !== '\x7f') && !text.startsWith('%PDF'));
      assert.equal(decode(Buffer.from(text)).text, text);
    }));
  });
});

describe('sourceFromText', () => {
  it('finds the lines as the protocol counts them', () => {
    assert.deepEqual([...sourceFromText('a\r\nb\rc\nd').lineStarts], [0, 3, 5, 7]);
    assert.deepEqual([...sourceFromText('a\nb\n').lineStarts], [0, 2, 4]);
  });
});
