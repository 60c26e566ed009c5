import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Plugin, Rolldown } from 'vite';

const QUERY = '?asset';

export interface AssetOptions {
  /** Where prepared files are kept. */
  readonly cacheDir: string;
  /** What a file becomes before it is shipped, by the end of its name. */
  readonly prepare: Readonly<Record<string, (bytes: Uint8Array) => Uint8Array>>;
}

interface Prepared {
  readonly file: string;
  readonly bytes: Uint8Array;
  /** What they were made of; null where nothing was changed. */
  readonly original: Uint8Array | null;
}

async function prepared(file: string, { cacheDir, prepare }: AssetOptions): Promise<Prepared> {
  const bytes = await readFile(file);
  const change = Object.entries(prepare).find(([end]) => file.endsWith(end))?.[1];
  if (change === undefined) return { file, bytes, original: null };
  const changed = {
    file: join(cacheDir, basename(file)),
    bytes: change(bytes),
    original: bytes,
  };
  await mkdir(cacheDir, { recursive: true });
  await writeWhole(changed.file, changed.bytes);
  return changed;
}

/** Several builds, one for each worker, write the same file while others read it. */
async function writeWhole(file: string, bytes: Uint8Array): Promise<void> {
  const part = `${file}.${randomUUID()}`;
  await writeFile(part, bytes);
  await rename(part, file);
}

function isSame(source: string | Uint8Array, content: Uint8Array): boolean {
  return typeof source !== 'string' && Buffer.compare(source, content) === 0;
}

/**
 * A package that names its own file has it shipped as it was, beside what it became: the latter
 * takes its place.
 */
function replaceOriginals(bundle: Rolldown.OutputBundle, changes: readonly Prepared[]): void {
  const outputs = Object.values(bundle);
  const assetOf = (content: Uint8Array): string | undefined =>
    outputs.find((output) => output.type === 'asset' && isSame(output.source, content))?.fileName;
  for (const { bytes, original } of changes) {
    const before = original && assetOf(original);
    const after = assetOf(bytes);
    if (before === null || before === undefined || after === undefined) continue;
    Reflect.deleteProperty(bundle, before);
    for (const output of outputs) {
      if (output.type !== 'chunk') continue;
      output.code = output.code.replaceAll(basename(before), basename(after));
    }
  }
}

function moduleOf({ file, bytes }: Prepared): string {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const known = { name: basename(file), bytes: bytes.length, sha256 };
  return [
    `import url from ${JSON.stringify(`${file}?url`)};`,
    `export default { ...${JSON.stringify(known)}, url };`,
  ].join('\n');
}

/**
 * `import encoder from 'package/file.wasm?asset'` gives {name, url, bytes, sha256}, so that a
 * download can be measured and checked.
 */
export function assets(options: AssetOptions): Plugin {
  const changes: Prepared[] = [];
  return {
    name: 'assets',
    enforce: 'pre',
    async resolveId(source, importer) {
      if (!source.endsWith(QUERY)) return null;
      const file = source.slice(0, -QUERY.length);
      const resolved = await this.resolve(file, importer, { skipSelf: true });
      if (resolved === null) throw new Error(`There is no ${file} to ship.`);
      return resolved.id + QUERY;
    },
    async load(id) {
      if (!id.endsWith(QUERY)) return null;
      const file = await prepared(id.slice(0, -QUERY.length), options);
      if (file.original !== null) changes.push(file);
      return moduleOf(file);
    },
    generateBundle(_, bundle) {
      replaceOriginals(bundle, changes);
    },
  };
}
