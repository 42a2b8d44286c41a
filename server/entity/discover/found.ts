import type { EntityType } from '../model';

/**
 * A name found by a pattern. `strong`: the report defines it well enough for every other report.
 * `alias`: the name it is another name of, where the report says so.
 */
export interface Found {
  readonly name: string;
  readonly type: EntityType;
  readonly strong: boolean;
  readonly aliasOf?: string;
  readonly attributes?: Readonly<Record<string, string>>;
}
