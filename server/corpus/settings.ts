import picomatch from 'picomatch';
import { parseDocument } from 'yaml';
import type { Encoding } from '../text/source';

export type RuleSeverity = 'off' | 'hint' | 'information' | 'warning' | 'error';

/** What is set of one rule: its severity, and values for its options. */
export interface RuleSetting {
  readonly severity?: RuleSeverity;
  readonly options?: Readonly<Record<string, string | number | boolean | readonly string[]>>;
}

/** A finding that somebody looked at and let stand: by rule, and where given by report and flagged text. */
export interface IgnoredFinding {
  readonly rule: string;
  readonly report?: string;
  readonly text?: string;
  readonly reason: string;
}

/** How a corpus is read: the user's settings, overridden by `wenmai.yaml` where it says something. */
export interface CorpusSettings {
  /** Globs relative to the corpus root. */
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** For closed files without a BOM. */
  readonly encoding: 'auto' | Encoding;
  /** Glob → encoding for parts of the corpus; the first that matches wins over `encoding`. */
  readonly encodings: Readonly<Record<string, Encoding>>;
  readonly rules: Readonly<Record<string, RuleSetting>>;
  readonly ignore: readonly IgnoredFinding[];
  /** Bytes; larger files are reported as skipped. */
  readonly maxFileSize: number;
  /** Which entities are coloured in the text. */
  readonly highlight: 'none' | 'confirmed' | 'all';
  /** Whether titles, sections and captions show how often they are cited. */
  readonly citationLens: boolean;
}

export const defaultSettings: CorpusSettings = {
  include: ['**/*.{txt,md,markdown}'],
  exclude: ['**/node_modules/**', '**/.*/**', '**/.*', 'annotations/**', '**/README.md'],
  encoding: 'auto',
  encodings: {},
  rules: {},
  ignore: [],
  maxFileSize: 50 * 1024 * 1024,
  highlight: 'confirmed',
  citationLens: false,
};

const encodings: readonly string[] = ['utf-8', 'gb18030', 'utf-16le', 'utf-16be'] satisfies Encoding[];
const colours = ['none', 'confirmed', 'all'] as const;
const severities: readonly string[] = ['off', 'hint', 'information', 'warning', 'error'] satisfies RuleSeverity[];

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
const globs = (value: unknown): readonly string[] | null =>
  Array.isArray(value) && value.every((item) => typeof item === 'string') ? value : null;
const isEncoding = (value: unknown): value is Encoding => typeof value === 'string' && encodings.includes(value);

function chosen<T extends string>(value: unknown, allowed: readonly string[]): Record<string, T> {
  if (!isRecord(value)) return {};
  return Object.fromEntries(
    Object.entries(value).filter(([, item]) => typeof item === 'string' && allowed.includes(item)),
  ) as Record<string, T>;
}

const isSeverity = (value: unknown): value is RuleSeverity => typeof value === 'string' && severities.includes(value);
const isOption = (value: unknown): value is string | number | boolean | readonly string[] =>
  ['string', 'number', 'boolean'].includes(typeof value) || globs(value) !== null;

/** Rules by id: a severity alone, or `severity` beside the rule's options. */
function rulesIn(value: unknown): Record<string, RuleSetting> {
  const rules: Record<string, RuleSetting> = {};
  for (const [id, setting] of Object.entries(isRecord(value) ? value : {})) {
    if (isSeverity(setting)) rules[id] = { severity: setting };
    else if (isRecord(setting)) {
      const { severity, ...rest } = setting;
      const options = Object.fromEntries(Object.entries(rest).filter(([, option]) => isOption(option))) as NonNullable<RuleSetting['options']>;
      rules[id] = isSeverity(severity) ? { severity, options } : { options };
    }
  }
  return rules;
}

function ignoredIn(value: unknown): IgnoredFinding[] | null {
  if (!Array.isArray(value)) return null;
  return value.filter(isRecord).flatMap(({ rule, report, text, reason }): IgnoredFinding[] =>
    typeof rule === 'string'
      ? [{
          rule,
          reason: typeof reason === 'string' ? reason : '',
          ...(typeof report === 'string' ? { report } : {}),
          ...(typeof text === 'string' ? { text } : {}),
        }]
      : [],
  );
}

/**
 * Lays what `source` says over `base`; values of the wrong type are passed over, so that a file half typed does no harm.
 * `source` is the user's settings as an object, or the parsed `wenmai.yaml`.
 */
export function overlaySettings(base: CorpusSettings, source: unknown): CorpusSettings {
  if (!isRecord(source)) return base;
  const index = isRecord(source['index']) ? source['index'] : {};
  const highlight = isRecord(source['highlight']) ? source['highlight'] : {};
  const lens = isRecord(source['lens']) ? source['lens'] : {};
  const size = index['maxFileSize'];
  return {
    include: globs(source['include']) ?? base.include,
    exclude: globs(source['exclude']) ?? base.exclude,
    encoding: source['encoding'] === 'auto' || isEncoding(source['encoding']) ? source['encoding'] : base.encoding,
    encodings: { ...base.encodings, ...chosen<Encoding>(source['encodings'], encodings) },
    rules: { ...base.rules, ...rulesIn(source['rules']) },
    ignore: ignoredIn(source['ignore']) ?? base.ignore,
    highlight: colours.find((colour) => colour === highlight['entities']) ?? base.highlight,
    citationLens: typeof lens['citations'] === 'boolean' ? lens['citations'] : base.citationLens,
    maxFileSize: typeof size === 'number' && size > 0 ? size : base.maxFileSize,
  };
}

/** The settings of a corpus with this `wenmai.yaml` ("" for none). Never throws: a damaged file changes nothing. */
export function readSettings(base: CorpusSettings, yaml: string): CorpusSettings {
  const document = parseDocument(yaml, { logLevel: 'silent' });
  if (document.errors.length > 0) return base;
  try {
    return overlaySettings(base, document.toJS({ maxAliasCount: 100 }));
  } catch {
    return base;
  }
}

/** The encoding that settings prescribe for a file, if they do. */
export function prescribed(settings: CorpusSettings): (path: string) => Encoding | undefined {
  const rules = Object.entries(settings.encodings).map(([glob, encoding]) => ({ matches: picomatch(glob, { dot: true }), encoding }));
  const fallback = settings.encoding === 'auto' ? undefined : settings.encoding;
  return (path) => rules.find(({ matches }) => matches(path))?.encoding ?? fallback;
}
