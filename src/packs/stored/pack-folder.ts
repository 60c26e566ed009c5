import { KEPT } from '../../core/session/kept-places.ts';
import { parsePack } from '../../core/pack/parse.ts';
import type { ModelPack } from '../../core/pack/schema.ts';
import { MANIFEST } from '../pack-source.ts';

/** A pack that this device keeps. */
export interface StoredPack {
  /** Of its manifest, and the name of its folder. */
  readonly sha256: string;
  readonly pack: ModelPack;
  /** What its maker says of it. */
  readonly card: string;
  /** Of all its files. */
  readonly bytes: number;
  /** `Date.now()` milliseconds. */
  readonly keptAt: number;
}

/** Bytes of a card that are shown. */
const MOST_CARD = 65_536;

const NAME = KEPT.packs.name;

/**
 * The folder of kept packs, in the browser's own file system: one folder a pack, whose manifest is
 * written last, so that one without is unfinished. Rejects where the browser has none.
 */
export async function packsFolder(): Promise<FileSystemDirectoryHandle> {
  const root = await navigator.storage.getDirectory();
  return root.getDirectoryHandle(NAME, { create: true });
}

/** All packs that are there, the newest first; none where the browser keeps nothing. */
export async function storedPacks(): Promise<readonly StoredPack[]> {
  const found: StoredPack[] = [];
  try {
    for await (const handle of (await packsFolder()).values()) {
      const stored = isFolder(handle) ? await readStored(handle) : null;
      if (stored !== null) found.push(stored);
    }
  } catch {
    // No file system, or another tab deletes it just now.
  }
  return found.toSorted((a, b) => b.keptAt - a.keptAt);
}

/** A file of a kept pack; null where there is none. */
export async function storedFile(sha256: string, name: string): Promise<File | null> {
  try {
    const folder = await (await packsFolder()).getDirectoryHandle(sha256);
    return await (await folder.getFileHandle(name)).getFile();
  } catch (error) {
    if (error instanceof DOMException && error.name === 'NotFoundError') return null;
    throw error;
  }
}

/** All files of a kept pack, by name. Rejects where it is not there any more. */
export async function storedFiles(sha256: string): Promise<ReadonlyMap<string, File>> {
  const folder = await (await packsFolder()).getDirectoryHandle(sha256);
  const files = new Map<string, File>();
  for await (const handle of folder.values()) {
    if (!isFolder(handle)) files.set(handle.name, await handle.getFile());
  }
  return files;
}

export async function deleteStored(sha256: string): Promise<void> {
  await (await packsFolder()).removeEntry(sha256, { recursive: true });
}

/** Null for a pack that is unfinished or not of this version. */
async function readStored(folder: FileSystemDirectoryHandle): Promise<StoredPack | null> {
  try {
    const manifest = await (await folder.getFileHandle(MANIFEST)).getFile();
    const pack = parsePack(JSON.parse(await manifest.text()), folder.name);
    let bytes = 0;
    for await (const handle of folder.values()) {
      if (!isFolder(handle)) bytes += (await handle.getFile()).size;
    }
    const card = await (await folder.getFileHandle(pack.card)).getFile();
    const { lastModified: keptAt } = manifest;
    return {
      sha256: folder.name,
      pack,
      card: await card.slice(0, MOST_CARD).text(),
      bytes,
      keptAt,
    };
  } catch {
    return null;
  }
}

function isFolder(
  handle: FileSystemDirectoryHandle | FileSystemFileHandle,
): handle is FileSystemDirectoryHandle {
  return handle.kind === 'directory';
}
