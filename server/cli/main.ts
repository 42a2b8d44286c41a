#!/usr/bin/env node
import { Command } from 'commander';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { version } from '../../package.json';
import { InputError } from './corpora';
import { runInspect } from './inspect';

const programFolder = import.meta.dirname;

// A reader that has seen enough (`| head`) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

const program = new Command('wenmai').description('Structure, entities, references and checks of folders of Chinese reports.').version(version);

program
  .command('inspect')
  .description('print what is known of each report, one JSON object a line')
  .argument('[path...]', 'folders or files; default the current folder')
  .option('--explain', 'print why each heading is one instead')
  .action((paths: string[], options: { explain?: boolean }) => runInspect(paths, options, programFolder));

program
  .command('lsp')
  .description('serve an editor over the Language Server Protocol')
  .option('--stdio', 'over standard input and output (the default)')
  .allowUnknownOption()
  .allowExcessArguments()
  .action(() => {
    // The server reads its transport from the command line, as every client gives it.
    if (!process.argv.some((argument) => /^--(stdio|node-ipc|pipe|socket)/.test(argument))) process.argv.push('--stdio');
    // A bundle of its own, so that the other commands load nothing of the protocol.
    createRequire(import.meta.filename)(join(programFolder, 'server.js'));
  });

program.parseAsync().catch((error: unknown) => {
  const known = error instanceof InputError;
  process.stderr.write(`wenmai: ${known ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 2;
});
