import type { Message, Problem, Related } from './model';
import type { Report } from '../report/model';
import type { Span } from '../text/span';

/** A text to be localised: `text` is an English template with {0}, {1} …; it is the key of its translation. */
export function message(text: string, ...args: readonly (string | number)[]): Message {
  return { text, args };
}

/** The message in English, for logs and tests. */
export function inEnglish({ text, args }: Message): string {
  return text.replace(/\{(\d)\}/g, (_, index: string) => String(args[Number(index)] ?? ''));
}

/** Another place in the same report. */
export function here(report: Report, span: Span, text: Message): Related {
  return { report: report.path, span, message: text };
}

/** Problems in order of position, the narrower first. */
export function inOrder(problems: readonly Problem[]): Problem[] {
  return [...problems].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}
