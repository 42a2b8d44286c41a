/** Who issued a document and when, as a sentence about it says; null where it does not. Both as printed. */
export interface Issued {
  readonly issuer: string | null;
  readonly date: string | null;
}

const issuing = /(?:联合|共同|正式|近日|日前|已经?|又|再次|公开)*(?:印发|发布|出台|公布|颁布|下发|制定|施行|通过|推出|编制|起草|提出)(?:实施)?(?:了|的)?(?:关于)?$/u;
const date = /(?:[12][0-9]{3}[ \u3000]?年(?:[ \u3000]?[0-9]{1,2}[ \u3000]?月(?:[ \u3000]?[0-9]{1,2}[ \u3000]?日)?)?|[0-9]{1,2}[ \u3000]?月[ \u3000]?[0-9]{1,2}[ \u3000]?日)/u;
/** The year in a cell of its own, as tables of policies have it. */
const yearCell = /(?:^|[|\t])[ \u3000]*([12][0-9]{3})[ \u3000]*(?:[|\t]|$)/u;
const onlyDate = new RegExp(`^[ \\t\u3000]*(?:${date.source})[ \\t\u3000]*$`, 'u');
/** What the name of somebody who can issue a document ends with. */
const office = /(?:部|委|委员会|局|院|署|办|办公厅|办公室|部门|中心|会|政府|厅|司|省|市|区|县|银行|集团|公司|所|国务院|中央|单位)等?$/u;
const leading = /^(?:[-•●*\d.、）)\s]+)?(?:由|据悉|据了解|根据|按照|近日|日前|此前|随后|今年|去年|同月|当月|同日|其中|而|并且|同时|此外|例如|譬如|如|经)*/u;

/**
 * Reads who issued a document from the text before its title, back to the last end of a sentence.
 * @param before reading text up to the bracket of the title; its last line is the sentence's paragraph
 */
export function readIssued(before: string): Issued {
  const paragraph = before.slice(before.lastIndexOf('\n') + 1);
  const sentence = paragraph.slice(paragraph.lastIndexOf('。') + 1).replace(/[《“"]$/u, '').trimEnd();
  const above = before.slice(0, before.length - paragraph.length).trimEnd();
  const lineAbove = above.slice(above.lastIndexOf('\n') + 1);
  const found = date.exec(sentence)?.[0] ?? yearCell.exec(sentence)?.[1] ?? (onlyDate.test(lineAbove) ? lineAbove.trim() : null);
  return { issuer: issuerIn(sentence), date: found };
}

function issuerIn(sentence: string): string | null {
  const verb = issuing.exec(sentence.slice(-24));
  if (verb === null) return null;
  const subject = sentence.slice(0, sentence.length - verb[0].length).trimEnd();
  const clause = subject.slice(Math.max(subject.lastIndexOf('，'), subject.lastIndexOf(','), subject.lastIndexOf('；'), subject.lastIndexOf('：')) + 1);
  const name = clause.replace(leading, '').replace(date, '').replace(leading, '').replace(/(?:近日|日前|联合|共同|正式|于)+$/u, '').trim();
  return name.length >= 2 && name.length <= 60 && office.test(name) ? name : null;
}
