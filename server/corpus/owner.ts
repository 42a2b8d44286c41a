import type { Subject } from '../claim/model';
import type { Mention } from '../entity/model';
import type { Report } from '../report/model';
import { toSource } from '../text/logical';

/** Reports by a company about itself, over a whole year or as it answers its investors. */
const ownReport = /年度报告|年报|社会责任|可持续发展|环境、?社会|ESG|投资者关系活动/u;
const partOfYear = /半年|季度|中期|月/u;
/** How such a report speaks of its company; 子公司, 该公司 and 公司章程 are something else. */
const pronoun = /(?<=^|[，。；：！？\s\d年内])(?:本公司|公司|本集团)(?=[\u3400-\u9fff])(?!治理|章程|股东|名称|债券|法|层|董事|监事|股票|总部)/gmu;

const squeeze = (text: string): string => text.replace(/\s/gu, '');

/**
 * The places where a company's own report calls it 公司, as subjects of claims; none where the title names no company
 * whose report this is. In order of position; linear.
 */
export function ownerSubjects({ meta, logical }: Report, mentions: readonly Mention[]): Subject[] {
  const title = squeeze(meta.title);
  if (!ownReport.test(title) || partOfYear.test(title)) return [];
  const owner = mentions.find(({ type, text }) => type === 'company' && title.startsWith(squeeze(text)));
  if (owner === undefined) return [];
  return [...logical.text.matchAll(pronoun)].map(({ index, 0: word }) => ({
    span: { start: toSource(logical, index), end: toSource(logical, index + word.length - 1) + 1 },
    entity: owner.entity,
  }));
}
