import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { cancelQueued } from './guard';
import { serve } from './server';
import { stdioConnection } from './stdio';

// A failure in one place must not take away the index of everything else: it is logged, and the server goes on.
process.on('uncaughtException', (error) => process.stderr.write(`wenmai: ${error.stack ?? error.message}\n`));
process.on('unhandledRejection', (reason) => process.stderr.write(`wenmai: ${reason instanceof Error ? (reason.stack ?? '') : String(reason)}\n`));

// Other transports (--node-ipc, --pipe, --socket) are found on the command line by the library.
const connection = process.argv.includes('--stdio') ? stdioConnection() : createConnection(ProposedFeatures.all, cancelQueued);
serve(connection, import.meta.dirname);
