// @ts-check
/** Places of the project. */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's own folder. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Scratch folder of the tests and of `npm start`, ignored by git. */
export const scratch = join(root, '.vscode-test');

/** Pictures and logs that tests leave for people, ignored by git. */
export const results = join(root, 'test-results');
