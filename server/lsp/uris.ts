import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** The path of a file URI; null for other schemes (untitled, git, …), which Wenmai leaves alone. */
export function fileOf(uri: string): string | null {
  if (!uri.startsWith('file:')) return null;
  try {
    return fileURLToPath(uri);
  } catch {
    return null;
  }
}

/** The URI of a path, or of a path below a root. */
export function uriOf(root: string, relative = ''): string {
  return pathToFileURL(path.join(root, relative)).href;
}

/** As `uriOf` below one root, made once for each path: lists of places name the same reports again and again. */
export function urisBelow(root: string): (relative: string) => string {
  const known = new Map<string, string>();
  return (relative) => {
    let uri = known.get(relative);
    if (uri === undefined) known.set(relative, (uri = uriOf(root, relative)));
    return uri;
  };
}

/** `file` relative to `root` with "/"; null where it lies outside. */
export function relativeTo(root: string, file: string): string | null {
  const relative = path.relative(root, file);
  if (relative === '' || relative === '..' || relative.startsWith(`..${path.sep}`) || path.isAbsolute(relative)) return null;
  return path.sep === '/' ? relative : relative.split(path.sep).join('/');
}
