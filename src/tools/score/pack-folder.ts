import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FailureError } from '../../core/session/failure.ts';
import { parsePack } from '../../core/pack/parse.ts';
import type { ModelPack } from '../../core/pack/schema.ts';

/** A pack on disk. */
export interface PackFolder {
  readonly pack: ModelPack;
  /** The bytes of one of the pack's files, which are those its manifest describes. */
  readonly read: (file: FileEntry) => Promise<Uint8Array>;
}

interface FileEntry {
  readonly file: string;
  readonly sha256: string;
}

/** Opens `<models>/<id>`. Throws an Error with a sentence for the terminal, as does `read`. */
export async function openPack(models: string, id: string): Promise<PackFolder> {
  const folder = join(models, id);
  const manifest = join(folder, 'pack.json');
  const text = await readFile(manifest, 'utf8').catch((error: unknown) => {
    throw new Error(`There is no pack "${id}": ${manifest} cannot be read.`, { cause: error });
  });
  return { pack: parse(text, manifest), read: (entry) => readVerified(folder, entry) };
}

function parse(text: string, manifest: string): ModelPack {
  try {
    return parsePack(JSON.parse(text), manifest);
  } catch (error) {
    throw new Error(`${manifest} is not a pack: ${reasonOf(error)}.`, { cause: error });
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof FailureError && error.failure.kind === 'pack-invalid') {
    return `${error.failure.field} ${error.failure.reason}`;
  }
  return error instanceof Error ? error.message : String(error);
}

async function readVerified(folder: string, { file, sha256 }: FileEntry): Promise<Uint8Array> {
  const path = join(folder, file);
  const bytes = await readFile(path);
  const found = createHash('sha256').update(bytes).digest('hex');
  if (found === sha256) return bytes;
  throw new Error(`${path} is not the file of the pack: its sha256 is ${found}, not ${sha256}.`);
}
