import type { Span } from '../text/span';

export const builtInEntityTypes = [
  'company', 'hospital', 'agency', 'academic', 'organization', 'product', 'document', 'person', 'place',
] as const;
/** A built-in type or one that `entities.yaml` adds. */
export type EntityType = string;

/** One entity as the entity list or the lexicon holds it. */
export interface Entity {
  /** The id in `entities.yaml`; for others "type:name", stable while name and type are. */
  readonly id: string;
  readonly name: string;
  readonly type: EntityType;
  readonly aliases: readonly string[];
  readonly attributes: Readonly<Record<string, string>>;
  readonly note: string | null;
  /** `list`: confirmed in entities.yaml; `lexicon`: built in; `report`: found by the recogniser. */
  readonly origin: 'list' | 'lexicon' | 'report';
}

/** One place where an entity occurs. Several spans where line ends cut the name. */
export interface Mention {
  readonly spans: readonly Span[];
  /** The name as it reads in the logical text. */
  readonly text: string;
  /** Id of the entity it names (see Entity.id). Folded forms of one name share one id. */
  readonly entity: string;
  readonly type: EntityType;
  readonly status: 'confirmed' | 'candidate';
  /** Other entities the name could mean as well, best first; absent where it is not ambiguous. */
  readonly alternatives?: readonly string[];
}

/** A sentence that introduces an entity: "X（02158.HK）", "X 是…", "…（以下简称“Y”）", a heading that is its name. */
export interface Introduction {
  readonly entity: string;
  readonly span: Span;
  readonly kind: 'profile' | 'definition' | 'code' | 'tableRow';
}

/** What the recogniser found in one report. */
export interface Recognition {
  readonly mentions: readonly Mention[];
  /** Entities this report itself names with evidence strong enough for other reports. */
  readonly entities: readonly Entity[];
  readonly introductions: readonly Introduction[];
}
