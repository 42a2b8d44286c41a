import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { serve } from './server';

// A failure in one place must not take away the index of everything else: it is logged, and the server goes on.
process.on('uncaughtException', (error) => process.stderr.write(`wenmai: ${error.stack ?? error.message}\n`));
process.on('unhandledRejection', (reason) => process.stderr.write(`wenmai: ${reason instanceof Error ? (reason.stack ?? '') : String(reason)}\n`));

// The transport stands on the command line: --stdio, --node-ipc, --pipe or --socket.
serve(createConnection(ProposedFeatures.all), import.meta.dirname);
