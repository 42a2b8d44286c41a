// @ts-check
/**
 * The layers of the project as lint rules: what a folder may import, from the project and from outside.
 * Kept apart from the rest of the configuration because a test runs exactly these rules.
 */

/** Lowest first. A layer imports itself and what stands before it. */
const layers = ['text', 'report', 'claim', 'reference', 'entity', 'annotation', 'corpus', 'exchange', 'rules', 'features'];

/** Stand side by side on all layers, and know nothing of each other. */
const programs = ['cli', 'lsp'];

const readsDisks = ['corpus', 'exchange', ...programs];
const speaksLsp = ['features', 'lsp'];

/** @param {string} layer @param {string[]} others */
const zone = (layer, others) => ({
  target: `./server/${layer}`,
  from: ['./client', './test', './scripts', ...others.map((other) => `./server/${other}`)],
  message: `server/${layer} stands below it: imports point down only.`,
});

const zones = [
  ...layers.map((layer, level) => zone(layer, [...layers.slice(level + 1), ...programs])),
  ...programs.map((program) => zone(program, programs.filter((other) => other !== program))),
  {
    target: './client',
    from: ['./server', './test', './scripts'],
    except: ['./lsp/protocol.ts'],
    message: 'The client knows only server/lsp/protocol.ts.',
  },
];

const editor = { regex: '^vscode$', message: 'Only client/ knows VS Code.' };
const languageClient = { regex: '^vscode-languageclient', message: 'Only client/ talks to a server.' };
const connection = {
  regex: '^vscode-(languageserver(-protocol|-textdocument)?|jsonrpc)(/|$)',
  message: 'Only server/lsp knows the connection.',
};
const lspTypes = { regex: '^vscode-languageserver-types', message: 'LSP\'s types begin at server/features.' };
const disk = { regex: '^(node:)?fs(/|$)', message: 'Only corpus, exchange and the programs read a disk.' };
const network = { regex: '^(node:)?(http|https|http2|net|tls|dgram|dns)(/|$)', message: 'Wenmai has no network.' };

/** @param {string} layer */
const outside = (layer) => [
  editor, languageClient, network,
  ...(layer === 'lsp' ? [] : [connection]),
  ...(speaksLsp.includes(layer) ? [] : [lspTypes]),
  ...(readsDisks.includes(layer) ? [] : [disk]),
];

/** @param {string} files @param {object[]} patterns */
const restrict = (files, patterns) => ({
  files: [files],
  rules: { 'no-restricted-imports': /** @type {any} */ (['error', { patterns }]) },
});

/** Needs the plugin import-x and a resolver for `.ts` in the configuration that takes these in. */
export const layerRules = [
  {
    files: ['server/**/*.ts', 'client/**/*.ts'],
    rules: { 'import-x/no-restricted-paths': /** @type {any} */ (['error', { zones, basePath: import.meta.dirname }]) },
  },
  ...[...layers, ...programs].map((layer) => restrict(`server/${layer}/**/*.ts`, outside(layer))),
  restrict('client/**/*.ts', [network, disk, { ...connection, message: 'The client uses vscode-languageclient.' }]),
];
