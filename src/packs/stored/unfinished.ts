import { KEPT } from '../../core/session/kept-places.ts';
import { MANIFEST } from '../pack-source.ts';
import { packsFolder } from './pack-folder.ts';

/** Removes what was being kept when it was cancelled, once nobody writes any more. */
export async function removeUnfinishedPacks(): Promise<void> {
  await navigator.locks.request(KEPT.packs.name, async () => removeUnfinished(await packsFolder()));
}

/** Removes packs without a manifest, which is written last. Whoever calls it holds the lock. */
export async function removeUnfinished(packs: FileSystemDirectoryHandle): Promise<void> {
  for await (const handle of packs.values()) {
    const folder = handle.kind === 'directory' ? handle : null;
    if (folder !== null && (await hasEntry(folder, MANIFEST))) continue;
    await packs.removeEntry(handle.name, { recursive: true });
  }
}

export async function hasEntry(folder: FileSystemDirectoryHandle, name: string): Promise<boolean> {
  for await (const key of folder.keys()) if (key === name) return true;
  return false;
}
