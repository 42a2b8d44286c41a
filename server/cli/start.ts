#!/usr/bin/env node
import { createRequire } from 'node:module';

// An editor's server begins without the commands, which take as long to load as it does.
const servesEditor = process.argv[2] === 'lsp' && !process.argv.some((argument) => argument === '--help' || argument === '-h');
if (servesEditor && !process.argv.some((argument) => /^--(stdio|node-ipc|pipe|socket)/.test(argument))) process.argv.push('--stdio');
createRequire(import.meta.filename)(servesEditor ? './server.js' : './commands.js');
