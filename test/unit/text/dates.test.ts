import assert from 'node:assert/strict';
import { readDates } from '../../../server/text/dates';

const isos = (text: string): string[] => readDates(text).map((date) => date.iso);

describe('dates', () => {
  it('are read in words and figures, spaces or not', () => {
    assert.deepEqual(isos('2025 年 3 月 14 日，2024年11月，2023年；二〇二四年五月十二日'), ['2025-03-14', '2024-11', '2023', '2024-05-12']);
    assert.deepEqual(isos('2025-02-12 20:08:16、2025/3/8、2025.9.11'), ['2025-02-12', '2025-03-08', '2025-09-11']);
  });

  it('are read by the years of the Republic', () => {
    assert.deepEqual(isos('中華民國114年1月2日、中华民国 99 年'), ['2025-01-02', '2010']);
  });

  it('are not found in other figures', () => {
    assert.deepEqual(isos('图 1-2 至 3.14、电话 2025-83987616、2025-13-01'), []);
  });
});
