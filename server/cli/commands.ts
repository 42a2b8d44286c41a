import { Command, Option } from 'commander';
import { version } from '../../package.json';
import { formats, runCheck, severities, type CheckOptions } from './check';
import { useLocale } from '../features/locale';
import { graphFormats, type GraphFormat } from '../features/graphFormats';
import { InputError } from './corpora';
import { exportFormats, importFormats, runExport, runImport } from './exchange';
import { runGraph } from './graph';
import { runInspect } from './inspect';

const programFolder = import.meta.dirname;

// A reader that has seen enough (`| head`) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

useLocale(process.env['LC_ALL'] || process.env['LC_MESSAGES'] || process.env['LANG']);

const program = new Command('wenmai').description('Structure, entities, references and checks of folders of Chinese reports.').version(version);

program
  .command('inspect')
  .description('print what is known of each report, one JSON object a line')
  .argument('[path...]', 'folders or files; default the current folder')
  .option('--explain', 'print why each heading is one instead')
  .action((paths: string[], options: { explain?: boolean }) => runInspect(paths, options, programFolder));

program
  .command('check')
  .description('check reports against the rules; exits with 1 when a finding reaches the threshold')
  .argument('[path...]', 'folders or files; default the current folder')
  .addOption(new Option('--format <format>', 'how findings are printed').choices(formats).default('text'))
  .addOption(new Option('--fail-on <severity>', 'the threshold').choices(severities).default('warning'))
  .option('--baseline <file>', 'leave out what this file, an earlier JSON output in the same language, has')
  .option('--fix-preview', 'print what the fixes would change, as a diff; nothing is written')
  .action(async (paths: string[], options: CheckOptions) => {
    if (await runCheck(paths, options, programFolder)) process.exitCode = 1;
  });

program
  .command('graph')
  .description('print who cites whom, who names what and who prints the same')
  .argument('[folder]', 'the corpus; default the current folder', '.')
  .addOption(new Option('--format <format>', 'how the graph is printed').choices(graphFormats).default('json'))
  .action((folder: string, options: { format: GraphFormat }) => runGraph(folder, options, programFolder));

program
  .command('export')
  .description('write the annotations of a corpus to a file')
  .argument('<folder>', 'the corpus')
  .requiredOption('--to <format>', exportFormats.join(', '))
  .requiredOption('--out <file>', 'file to write')
  .action((folder: string, options: { to: string; out: string }) => runExport(folder, options, programFolder));

program
  .command('import')
  .description('take annotations from a file into a corpus')
  .argument('<file>', 'file to read')
  .requiredOption('--from <format>', importFormats.join(', '))
  .requiredOption('--into <folder>', 'the corpus')
  .action((file: string, options: { from: string; into: string }) => runImport(file, options, programFolder));

program
  .command('lsp')
  .description('serve an editor over the Language Server Protocol')
  .option('--stdio', 'over standard input and output (the default)')
  .allowUnknownOption()
  .allowExcessArguments()
  // Where it comes first, as it should, the program does not come here.
  .action(() => program.error('lsp comes first on the command line'));

// Bad input is told from findings by its exit code.
for (const command of [program, ...program.commands]) command.exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2));

program.parseAsync().catch((error: unknown) => {
  const known = error instanceof InputError;
  process.stderr.write(`wenmai: ${known ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 2;
});
