/**
 * VS Code's own Markdown language service over a folder: `tsx peer.ts FOLDER FILE`. Prints one line of JSON: milliseconds
 * until it has answered its first workspace symbols and its first references (to FILE), and its resident bytes then.
 * The clock starts with the service, not with the process, which is kind to it.
 */
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import MarkdownIt from 'markdown-it';
import { CancellationToken, Emitter } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createLanguageService, githubSlugifier, LogLevel, type FileStat, type ITextDocument, type IWorkspace } from 'vscode-markdown-languageservice';
import { URI } from 'vscode-uri';

const [folder, file] = process.argv.slice(2);
if (folder === undefined || file === undefined) throw new Error('usage: peer.ts FOLDER FILE');

const isReport = (name: string): boolean => /\.(?:md|txt)$/.test(name);
const documents = new Map<string, ITextDocument>();

/** Files that are open at once: the service asks for all of them at the same time, and a system allows some thousands. */
const mostOpen = 1_000;
const waiting: (() => void)[] = [];
let opened = 0;

async function textOf(path: string): Promise<string> {
  if (opened >= mostOpen) await new Promise<void>((resolve) => waiting.push(resolve));
  opened++;
  try {
    return await readFile(path, 'utf8');
  } finally {
    opened--;
    waiting.shift()?.();
  }
}

async function open(uri: URI): Promise<ITextDocument> {
  const known = documents.get(uri.toString());
  if (known) return known;
  const document = TextDocument.create(uri.toString(), 'markdown', 1, await textOf(uri.fsPath));
  documents.set(uri.toString(), document);
  return document;
}

async function statOf(path: string): Promise<FileStat | undefined> {
  const found = await stat(path).catch(() => null);
  return found ? { isDirectory: found.isDirectory() } : undefined;
}

const quiet = { event: new Emitter<never>().event };
const workspace: IWorkspace = {
  workspaceFolders: [URI.file(folder)],
  onDidChangeMarkdownDocument: quiet.event,
  onDidCreateMarkdownDocument: quiet.event,
  onDidDeleteMarkdownDocument: quiet.event,
  async getAllMarkdownDocuments() {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    const paths = entries.filter((entry) => entry.isFile() && isReport(entry.name)).map((entry) => join(entry.parentPath, entry.name));
    return Promise.all(paths.map((path) => open(URI.file(path))));
  },
  hasMarkdownDocument: (uri) => documents.has(uri.toString()),
  openMarkdownDocument: (uri) => open(uri).catch(() => undefined),
  stat: (uri) => statOf(uri.fsPath),
  async readDirectory(uri) {
    const entries = await readdir(uri.fsPath, { withFileTypes: true });
    return entries.map((entry) => [entry.name, { isDirectory: entry.isDirectory() }] as const);
  },
};

const markdown = new MarkdownIt({ html: true });
const started = performance.now();
const service = createLanguageService({
  workspace,
  parser: { slugifier: githubSlugifier, tokenize: (document) => Promise.resolve(markdown.parse(document.getText(), {})) },
  logger: { level: LogLevel.Off, log: () => undefined },
  markdownFileExtensions: ['md', 'txt'],
});

async function measure(target: string): Promise<void> {
  const symbols = await service.getWorkspaceSymbols('', CancellationToken.None);
  const references = await service.getFileReferences(URI.file(target), CancellationToken.None);
  const milliseconds = performance.now() - started;
  console.log(JSON.stringify({ milliseconds, resident: process.memoryUsage.rss(), symbols: symbols.length, references: references.length }));
  process.exit(0);
}
void measure(join(folder, file));
