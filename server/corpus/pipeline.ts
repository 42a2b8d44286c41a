import { findClaims } from '../claim/find';
import type { Subject } from '../claim/model';
import { discover, type Discovery } from '../entity/discover';
import type { Entity, Mention } from '../entity/model';
import type { Names } from '../entity/names';
import { nearMissesOf } from '../entity/nearMiss';
import { recognise } from '../entity/recognise';
import { ownerSubjects } from './owner';
import type { Segmenter } from '../entity/segmenter';
import { answersOf } from '../reference/answers';
import { findReferences } from '../reference/find';
import { issuancesOf } from '../reference/issuance';
import type { Reference } from '../reference/model';
import { passagesOf } from '../reference/passages';
import type { Report } from '../report/model';
import { parseReport } from '../report/parse';
import { asRead, printedIn } from '../report/printed';
import type { SourceText } from '../text/source';
import type { Span } from '../text/span';
import type { ReportIndex } from './model';

/** A report's bytes as text, with what the file itself tells. */
export interface Input {
  readonly path: string;
  readonly source: SourceText;
  readonly hash: string;
  /** Bytes. */
  readonly size: number;
}

/** What pass 1 learns of a report: its structure, and what it contributes to the names that all reports are read with. */
export interface Reading {
  readonly report: Report;
  readonly discovery: Discovery;
}

/** Pass 1: structure, and the names this report defines. `base` are the built-in names. Linear. */
export function readStructure(input: Input, base: Names, segmenter: Segmenter): Reading {
  const report = parseReport(input.path, input.source);
  return { report, discovery: discover(report, base, segmenter) };
}

/** The corpus's names, with the lexicon's entries by id. */
export interface KnownNames {
  readonly names: Names;
  readonly builtIn: ReadonlyMap<string, Entity>;
}

const builtInOf = new WeakMap<Names, ReadonlyMap<string, Entity>>();

/** Makes the names ready for pass 2; linear in the number of built-in names, once for all names that extend the same ones. */
export function knownNames(names: Names): KnownNames {
  let root = names;
  while (root.base) root = root.base;
  let builtIn = builtInOf.get(root);
  if (!builtIn) builtInOf.set(root, (builtIn = new Map(root.entities.map((entity) => [entity.id, entity]))));
  return { names, builtIn };
}

/** Pass 2: everything the corpus keeps of a report, read with the names of the whole corpus. */
export function indexReport(input: Input, { report, discovery }: Reading, { names, builtIn }: KnownNames): ReportIndex {
  const { mentions, entities, introductions } = recognise(report, names, discovery);
  const { source } = input;
  const plain = asRead(report);
  return {
    path: input.path,
    hash: input.hash,
    size: input.size,
    encoding: source.encoding,
    encodingGuessed: source.guessed,
    replacements: source.replacements,
    length: source.text.length,
    lineStarts: source.lineStarts,
    pieces: { logicalStarts: report.logical.logicalStarts, sourceStarts: report.logical.sourceStarts },
    meta: report.meta,
    headings: report.headings,
    captions: report.captions,
    toc: report.toc,
    notes: report.notes,
    mentions,
    entities: [...entities, ...mentioned(mentions, builtIn)],
    introductions,
    references: referencesIn(report, plain),
    answers: answersOf(plain),
    passages: passagesOf(report),
    claims: findClaims(plain, subjectsOf(plain, mentions)),
    issuances: issuancesOf(plain),
    nearMisses: nearMissesOf(report, mentions, names),
  };
}

/** The references of a report, found in its simplified reading, in the words that it prints. */
function referencesIn(report: Report, plain: Report): Reference[] {
  const found = findReferences(plain);
  if (plain === report) return found;
  return found.map((reference) => ({ ...reference, text: printedIn(reference.text, plain.source.text, report.source.text, reference.span.start, reference.span.end) }));
}

/** What claims can be about: what is named, and the company of an own report where it says 公司. */
function subjectsOf(report: Report, mentions: readonly Mention[]): Subject[] {
  const own = ownerSubjects(report, mentions);
  const named = mentions.map(subjectOf);
  return own.length === 0 ? named : [...named, ...own].sort((a, b) => a.span.start - b.span.start);
}

function subjectOf({ spans, entity }: Mention): Subject {
  const first = spans[0] as Span;
  return { span: { start: first.start, end: (spans.at(-1) as Span).end }, entity };
}

function mentioned(mentions: readonly Mention[], known: ReadonlyMap<string, Entity>): Entity[] {
  const ids = new Set(mentions.map((mention) => mention.entity));
  return [...ids].flatMap((id) => known.get(id) ?? []);
}
