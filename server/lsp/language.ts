import { t } from '@vscode/l10n';
import type { Connection, Position } from 'vscode-languageserver/node';
import type { Snapshot } from '../corpus/corpus';
import { entityFile } from '../corpus/folder';
import { mentionAt } from '../features/at';
import { definitionAt } from '../features/definition';
import { entryOf, introductionsFromList, listedAt } from '../features/entityFile';
import { hoverAt, listedHover } from '../features/hover';
import { highlightsAt, referencesAt } from '../features/references';
import { lineStartsOf, offsetAt, rangeOf, type LineStarts } from '../text/lines';
import { linksOf, locationsOf } from './convert';
import { guarded } from './guard';
import { tell } from './tell';
import { tagAt, tagDefinition, tagHover, tagReferences } from './tagLanguage';
import { linksFor } from './links';
import { opened, type Opened, type Workspace, type Workspaces } from './workspaces';

/** Places that are listed at once: an editor opens each of their files. Those of the report at hand come first. */
const mostReferences = 1_000;

export interface ClientTraits {
  /** The client takes `command:` links in hovers, and icons. */
  readonly hoverCommands: boolean;
  readonly definitionLinks: boolean;
}

interface InList {
  readonly workspace: Workspace;
  readonly snapshot: Snapshot;
  readonly lines: LineStarts;
  readonly offset: number;
}

/** Registers the requests about one place in one document. */
export function registerLanguage(connection: Connection, workspaces: Workspaces, traits: () => ClientTraits): void {
  const log = connection.console;
  const at = async (params: { textDocument: { uri: string }; position: Position }): Promise<(Opened & { offset: number }) | null> => {
    const document = await opened(workspaces.locate(params.textDocument.uri));
    return document && { ...document, offset: offsetAt(document.index.lineStarts, document.index.length, params.position) };
  };

  /** A place in `entities.yaml`. */
  const inList = (params: { textDocument: { uri: string }; position: Position }): InList | null => {
    const located = workspaces.locate(params.textDocument.uri);
    if (located?.path !== entityFile) return null;
    const yaml = located.workspace.corpus.specialText(entityFile) ?? '';
    const lines = lineStartsOf(yaml);
    return { workspace: located.workspace, snapshot: located.workspace.corpus.snapshot(), lines, offset: offsetAt(lines, yaml.length, params.position) };
  };
  const hoverInList = async ({ workspace, snapshot, lines, offset }: InList) => {
    const listed = listedAt(snapshot.entityList, offset);
    if (!listed) return null;
    const links = linksFor(workspace, snapshot, traits().hoverCommands);
    const value = await listedHover(snapshot, (path) => workspace.corpus.text(path), links, listed.id, (path) => workspace.corpus.anchored(path));
    return { contents: { kind: 'markdown' as const, value }, range: rangeOf(lines, listed.span) };
  };

  connection.onHover(
    guarded(log, 'hover', async (params) => {
      const listed = inList(params);
      if (listed) return hoverInList(listed);
      const tag = await tagAt(workspaces, params);
      if (tag) return tagHover(tag);
      const place = await at(params);
      if (!place) return null;
      const { workspace, snapshot, path, offset, index } = place;
      const links = linksFor(workspace, snapshot, traits().hoverCommands);
      const hover = await hoverAt(snapshot, (other) => workspace.corpus.text(other), links, path, offset, (other) => workspace.corpus.anchored(other));
      return hover && { contents: { kind: 'markdown' as const, value: hover.markdown }, range: rangeOf(index.lineStarts, hover.span) };
    }),
  );
  connection.onDefinition(
    guarded(log, 'definition', async (params) => {
      const listed = inList(params);
      if (listed) return locationsOf(listed.workspace, listed.snapshot, introductionsFromList(listed.snapshot, listed.offset));
      const tag = await tagAt(workspaces, params);
      if (tag) return tagDefinition(tag);
      const place = await at(params);
      const definition = place && definitionAt(place.snapshot, place.path, place.offset);
      if (!definition) return null;
      const { workspace, snapshot, index } = place;
      if (!traits().definitionLinks) return locationsOf(workspace, snapshot, definition.targets);
      return linksOf(workspace, snapshot, index.lineStarts, definition);
    }),
  );
  connection.onTypeDefinition(
    guarded(log, 'typeDefinition', async (params) => {
      const place = await at(params);
      const mention = place && mentionAt(place.index, place.offset);
      const entry = mention && entryOf(place.snapshot, mention.entity);
      if (!entry) return null;
      const yaml = place.workspace.corpus.specialText(entityFile) ?? '';
      return { uri: place.workspace.uriOf(entityFile), range: rangeOf(lineStartsOf(yaml), entry) };
    }),
  );
  connection.onReferences(
    guarded(log, 'references', async (params) => {
      const tag = await tagAt(workspaces, params);
      if (tag) return tagReferences(tag, params.context.includeDeclaration);
      const place = await at(params);
      if (!place) return null;
      const { places, total } = referencesAt(place.snapshot, place.path, place.offset, params.context.includeDeclaration, mostReferences);
      if (places.length < total) tell(connection, t('Only {0} of {1} places are listed; the Entities view counts them by report.', places.length, total));
      return locationsOf(place.workspace, place.snapshot, places);
    }),
  );
  connection.onDocumentHighlight(
    guarded(log, 'documentHighlight', async (params) => {
      const place = await at(params);
      if (!place) return null;
      return highlightsAt(place.snapshot, place.path, place.offset).map((span) => ({ range: rangeOf(place.index.lineStarts, span) }));
    }),
  );
}
