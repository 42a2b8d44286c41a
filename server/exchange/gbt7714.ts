/** What a bibliography says of a report. Missing parts are null or empty. */
export interface Source {
  readonly title: string;
  readonly authors: readonly string[];
  readonly publisher: string | null;
  /** "2024", "2024-11" or "2024-11-05". */
  readonly date: string | null;
  /** As printed: "第六二二期", "2024 年第 3 期". */
  readonly issue: string | null;
  /** Address of the page it was taken from. */
  readonly url: string | null;
}

const isChinese = (text: string): boolean => /[一-鿿]/u.test(text);

/** Up to three names, then "等" or "et al." (GB/T 7714—2015, 8.1.2). */
function responsible(authors: readonly string[], chinese: boolean): string {
  const named = authors.slice(0, 3).join(', ');
  return authors.length > 3 ? `${named}, ${chinese ? '等' : 'et al.'}` : named;
}

/** Title and further title stand apart by a colon and a space (4.1); the issue of a series is such a further title. */
function titleOf({ title, issue }: Source): string {
  const plain = title.trim().replace(/\s*(?:：|:|——)\s*/u, ': ').replace(/\s+/gu, ' ');
  const isNamed = issue === null || plain.replace(/\s/g, '').includes(issue.replace(/\s/g, ''));
  return isNamed ? plain : `${plain}: ${issue.trim()}`;
}

/**
 * A report as an entry of a numeric list of references after GB/T 7714—2015, 4.1, without its number: type "R", with
 * "/OL", the full date and the address where it is known from a page (4.6). A publisher also stands for missing authors
 * (4.1.1); what is unknown is said to be so in brackets as 8.4 asks, places of publication left out online.
 */
export function gbt7714(source: Source): string {
  const authors = source.authors.length > 0 ? source.authors : [source.publisher ?? ''].filter((name) => name !== '');
  const chinese = isChinese(`${source.title}${authors.join('')}`);
  const by = responsible(authors, chinese);
  const head = `${by === '' || by.endsWith('.') ? by : `${by}.`} ${titleOf(source)}`.trim();
  const year = source.date?.slice(0, 4) ?? null;
  if (source.url !== null) {
    const date = source.date === null ? '' : ` (${source.date}).`;
    return `${head}[R/OL].${date} ${source.url}.`;
  }
  const place = chinese ? '[出版地不详]' : '[S.l.]';
  const publisher = source.publisher ?? (chinese ? '[出版者不详]' : '[s.n.]');
  return `${head}[R]. ${place}: ${[publisher, year].filter((part) => part !== null).join(', ')}.`;
}
