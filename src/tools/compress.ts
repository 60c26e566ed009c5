import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { runAsCommand } from './command.ts';
import { DIST } from './serve.ts';

const COMPRESSIBLE = /\.(bin|m?js|css|html|json|md|onnx|svg|tflite|wasm|webmanifest)$/;

/** Up to a packet nothing is won. */
const LEAST_BYTES = 1024;

/** What has to be saved for a browser to be troubled with decompressing. */
const LEAST_SAVING = 0.05;

/** Brotli's best level takes twice as long as the one below and saves 4 %: not for what few browsers ask for. */
const BEST_UP_TO = 15e6;

interface Encoding {
  /** What the compressed file's name ends with, beside the original. */
  readonly end: string;
  /** What the result depends on beside the level. */
  readonly variant: string;
  readonly level: (bytes: Uint8Array) => number;
  readonly compress: (bytes: Uint8Array, level: number) => Promise<Uint8Array>;
}

const brotli = promisify(brotliCompress);
const deflate = promisify(gzip);

/** 16 MB, the largest window that browsers have to take (RFC 7932, section 9.1). */
const BROTLI_WINDOW = constants.BROTLI_MAX_WINDOW_BITS;

function brotliOptions(size: number, level: number) {
  return {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: level,
      [constants.BROTLI_PARAM_LGWIN]: BROTLI_WINDOW,
      [constants.BROTLI_PARAM_SIZE_HINT]: size,
    },
  };
}

const ENCODINGS: readonly Encoding[] = [
  {
    end: '.br',
    variant: `-${BROTLI_WINDOW}`,
    level: ({ length }) => (length > BEST_UP_TO ? 10 : constants.BROTLI_MAX_QUALITY),
    compress: (bytes, level) => brotli(bytes, brotliOptions(bytes.length, level)),
  },
  {
    end: '.gz',
    variant: '',
    level: () => constants.Z_BEST_COMPRESSION,
    compress: (bytes, level) => deflate(bytes, { level }),
  },
];

/** Written whole or not at all: two of these may run side by side. */
async function keep(file: string, bytes: Uint8Array): Promise<void> {
  const part = `${file}.${process.pid}`;
  await writeFile(part, bytes);
  await rename(part, file);
}

/** Compressed files by their contents' hash and how they were compressed; what was not asked for this time is let go. */
class Cache {
  readonly #dir: string;
  readonly #asked = new Set<string>();

  constructor(dir: string) {
    this.#dir = dir;
  }

  async compressed(bytes: Uint8Array, encoding: Encoding): Promise<Uint8Array> {
    const hash = createHash('sha256').update(bytes).digest('hex');
    const { end, variant, level, compress } = encoding;
    const name = `${hash}-${level(bytes)}${variant}${end}`;
    this.#asked.add(name);
    const known = await readFile(join(this.#dir, name)).catch(() => null);
    if (known !== null) return known;
    const fresh = await compress(bytes, level(bytes));
    await keep(join(this.#dir, name), fresh);
    return fresh;
  }

  async prune(): Promise<void> {
    const names = await readdir(this.#dir);
    const stale = names.filter((name) => /\.(br|gz)$/.test(name) && !this.#asked.has(name));
    await Promise.all(stale.map((name) => rm(join(this.#dir, name), { force: true })));
  }
}

async function compressFile(file: string, cache: Cache): Promise<void> {
  const bytes = await readFile(file);
  for (const encoding of ENCODINGS) {
    const beside = file + encoding.end;
    // The file may have been another when the folder was last compressed.
    await rm(beside, { force: true });
    if (bytes.length < LEAST_BYTES) continue;
    const smaller = await cache.compressed(bytes, encoding);
    if (smaller.length <= bytes.length * (1 - LEAST_SAVING)) await writeFile(beside, smaller);
  }
}

/**
 * Writes a `.br` and a `.gz` beside every file of `dir` that gets smaller by it, for a server to
 * send as they are. `cacheDir` keeps what was compressed for the next time.
 */
export async function compressFolder(dir: string, cacheDir: string): Promise<void> {
  await mkdir(cacheDir, { recursive: true });
  const cache = new Cache(cacheDir);
  const names = await readdir(dir, { recursive: true });
  const files = names.filter((name) => COMPRESSIBLE.test(name));
  await Promise.all(files.map((name) => compressFile(join(dir, name), cache)));
  await cache.prune();
}

/** Compresses the built page, for hosts and for measuring what a visitor is sent. */
export function compressPage(): Promise<void> {
  return compressFolder(DIST, fileURLToPath(new URL('../../.cache/compressed', import.meta.url)));
}

await runAsCommand(import.meta, compressPage);
