import assert from 'node:assert/strict';
import fc from 'fast-check';
import { codePointsOf, toCodePoint, toUtf16, withLineFeeds } from '../../../server/annotation/codePoints';
import { anchorIn } from '../../../server/annotation/anchor';
import { anchorTextOf, quoteSpan } from '../../../server/annotation/passage';
import { parseReport } from '../../../server/report/parse';
import { decode, sourceFromText } from '../../../server/text/decode';

/** Text of the kinds that make offsets differ: characters beyond the basic plane, combining marks, all line ends. */
const text = fc.array(fc.constantFrom('医', '𠮷', 'e\u0301', 'が', '👨‍👩‍👧', '\r\n', '\n', '\r', ' ', 'A', '。'), { maxLength: 60 }).map((parts) => parts.join(''));

describe('code-point offsets', () => {
  it('count a character beyond the basic plane and a CRLF as one', () => {
    const table = codePointsOf('𠮷野\r\n家');
    assert.deepEqual([0, 2, 3, 5, 6].map((offset) => toCodePoint(table, offset)), [0, 1, 2, 3, 4]);
    assert.deepEqual([0, 1, 2, 3, 4].map((point) => toUtf16(table, point)), [0, 2, 3, 5, 6]);
  });

  it('lead back to where a character starts', () => {
    fc.assert(fc.property(text, (source) => {
      const table = codePointsOf(source);
      const points = [...withLineFeeds(source)];
      for (let point = 0; point <= points.length; point++) {
        const offset = toUtf16(table, point);
        assert.equal(toCodePoint(table, offset), point);
        assert.equal(withLineFeeds(source.slice(offset)), points.slice(point).join(''));
      }
    }));
  });

  it('quote the same span again from what was written', () => {
    fc.assert(fc.property(text, fc.nat(), fc.nat(), (source, a, b) => {
      const ready = anchorTextOf(parseReport('a.txt', sourceFromText(source)));
      const [start, end] = [a % (source.length + 1), b % (source.length + 1)].sort((x, y) => x - y) as [number, number];
      const quote = quoteSpan(ready, { start, end });
      if (quote === null) return;
      const points = [...withLineFeeds(source)];
      assert.equal(points.slice(quote.start, quote.end).join(''), quote.exact);
      assert.ok(withLineFeeds(source).includes(quote.prefix + quote.exact + quote.suffix));
      const anchor = anchorIn(ready)({ source: 'a.txt', quotes: [quote], textHash: ready.hash });
      assert.ok(anchor.state === 'anchored');
      assert.deepEqual(quoteSpan(ready, anchor.spans[0] ?? { start: 0, end: 0 }), quote);
    }));
  });

  it('do not count a byte order mark', () => {
    const ready = anchorTextOf(parseReport('a.txt', decode(Buffer.from('\ufeff𠮷野家开业。', 'utf8'))));
    assert.deepEqual([quoteSpan(ready, { start: 2, end: 4 })].map((quote) => [quote?.start, quote?.end, quote?.exact]), [[1, 3, '野家']]);
  });
});
