import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { LargeFile, OfflineFiles, ProgramFile } from '../../offline/files.ts';
import { securityHeaders } from '../headers.ts';

/** What the page, its scripts and its manifest ask for. */
const PROGRAM = /\.(html|m?js|css|woff2|svg|json|webmanifest)$|^icon-\d+\.png$/;

/** What the analyser downloads and keeps by itself. */
const LARGE = /\.(wasm|onnx|tflite)$/;

/** What the build puts between a file's name and its ending. */
const HASH = /-[\w-]{8}(?=\.\w+$)/;

/** An address in a page or style sheet that leads to a built file. */
const ADDRESS = /(?:href|src)="\.\/([^"]+)"|url\(\.?\/?([^)"']+)\)/g;

function sha256Of(bytes: Uint8Array, as: 'hex' | 'base64'): string {
  return createHash('sha256').update(bytes).digest(as);
}

/** Under which name the analyser keeps what lies at `path`: `<pack>/<file>`, or the package's own. */
export function keptName(path: string): string {
  const [folder, ...rest] = path.split('/');
  return folder === 'models' ? rest.join('/') : rest.join('/').replace(HASH, '');
}

/** The files that index.html names, and those that its style sheets name. */
function firstFiles(read: (path: string) => string): ReadonlySet<string> {
  const found = new Set(['index.html']);
  const follow = (path: string, folder: string): void => {
    for (const [, inPage, inStyle] of read(path).matchAll(ADDRESS)) {
      const address = folder + (inPage ?? inStyle ?? '');
      if (found.has(address)) continue;
      found.add(address);
      if (address.endsWith('.css')) follow(address, 'assets/');
    }
  };
  follow('index.html', '');
  return found;
}

/** What the page in `dir` consists of, as the service worker is told. */
export function offlineFiles(dir: string, worker: string): OfflineFiles {
  const paths = readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(dir, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => path !== worker)
    .toSorted();
  const first = firstFiles((path) => readFileSync(join(dir, path), 'utf8'));
  const programFile = (path: string): ProgramFile => ({
    path: path === 'index.html' ? '' : path,
    integrity: `sha256-${sha256Of(readFileSync(join(dir, path)), 'base64')}`,
    first: first.has(path),
  });
  const largeFile = (path: string): LargeFile => {
    const bytes = readFileSync(join(dir, path));
    return { name: keptName(path), path, bytes: bytes.length, sha256: sha256Of(bytes, 'hex') };
  };
  return {
    program: paths.filter((path) => PROGRAM.test(path)).map(programFile),
    large: paths.filter((path) => LARGE.test(path)).map(largeFile),
    headers: securityHeaders(),
  };
}
