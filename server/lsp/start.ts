import path from 'node:path';
import { cacheFolder } from '../corpus/cache/folder';
import { runKept } from './keptCode';

// What the server consists of is in a bundle of its own, which is not compiled anew each time. The extension names a folder in the editor's storage.
runKept(path.join(import.meta.dirname, 'languageServer.js'), process.env['WENMAI_CODE_FOLDER'] || path.join(cacheFolder(undefined), 'code'));
