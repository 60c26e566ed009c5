import type { PackBlob } from '../../core/pack/pack-ref.ts';
import { KEPT } from '../../core/session/kept-places.ts';
import type { DroppedPack } from '../import/read-pack.ts';
import { MANIFEST } from '../pack-source.ts';
import { packsFolder } from './pack-folder.ts';
import { hasEntry, removeUnfinished } from './unfinished.ts';

const PIECE = 16 * 2 ** 20;

/** As a worker has it; the page's own handles cannot be written this way. */
interface WorkerFile {
  createSyncAccessHandle(): Promise<{
    write(piece: ArrayBuffer, options: { readonly at: number }): number;
    flush(): void;
    close(): void;
  }>;
}

export interface Kept {
  /** False where it was there already. */
  readonly added: boolean;
}

/**
 * Copies a checked pack to this device, a piece at a time. In a worker only: others cannot write.
 * Rejects where the browser has no file system or no room for it, and leaves nothing behind then.
 */
export async function keepPack(
  { ref: { sha256, files } }: DroppedPack,
  written: (bytes: number) => void,
): Promise<Kept> {
  // One at a time, in all tabs: what is unfinished then, was left by a tab that is gone.
  return navigator.locks.request(KEPT.packs.name, async () => {
    const packs = await packsFolder();
    await removeUnfinished(packs);
    if (await isWhole(packs, sha256, files.get(MANIFEST)?.size)) return { added: false };
    await packs.removeEntry(sha256, { recursive: true }).catch(() => undefined);
    try {
      const folder = await packs.getDirectoryHandle(sha256, { create: true });
      const manifestLast = [...files].toSorted(([a], [b]) => rank(a) - rank(b));
      for (const [name, blob] of manifestLast) await write(folder, name, blob, written);
    } catch (error) {
      await packs.removeEntry(sha256, { recursive: true }).catch(() => undefined);
      throw error;
    }
    return { added: true };
  });
}

/** What is written last is there, and as long as it should be. */
async function isWhole(
  packs: FileSystemDirectoryHandle,
  sha256: string,
  bytes: number | undefined,
): Promise<boolean> {
  if (!(await hasEntry(packs, sha256))) return false;
  const folder = await packs.getDirectoryHandle(sha256);
  const manifest = await folder.getFileHandle(MANIFEST);
  return (await manifest.getFile()).size === bytes;
}

function rank(name: string): number {
  return name === MANIFEST ? 1 : 0;
}

async function write(
  folder: FileSystemDirectoryHandle,
  name: string,
  blob: PackBlob,
  written: (bytes: number) => void,
): Promise<void> {
  const handle = await folder.getFileHandle(name, { create: true });
  const file = handle as FileSystemFileHandle & WorkerFile;
  const access = await file.createSyncAccessHandle();
  try {
    for (let at = 0; at < blob.size; at += PIECE) {
      const piece = await blob.slice(at, Math.min(at + PIECE, blob.size)).arrayBuffer();
      if (access.write(piece, { at }) < piece.byteLength) {
        throw new DOMException('The device has no room for it.', 'QuotaExceededError');
      }
      written(piece.byteLength);
    }
    access.flush();
  } finally {
    access.close();
  }
}
