import type { Amount, StorageArea } from './area.ts';

/** Folders of the browser's own file system; one item is one entry of the folder. */
export const fileSystemArea: StorageArea = {
  async measure(name) {
    const root = await navigator.storage.getDirectory();
    for await (const handle of root.values()) {
      if (handle.name === name && isFolder(handle)) return measureFolder(handle);
    }
    return { items: 0, bytes: 0 };
  },
  async clear(name) {
    const root = await navigator.storage.getDirectory();
    for await (const key of root.keys()) {
      if (key === name) await root.removeEntry(name, { recursive: true });
    }
  },
};

async function measureFolder(folder: FileSystemDirectoryHandle): Promise<Amount> {
  let items = 0;
  let bytes = 0;
  for await (const handle of folder.values()) {
    items += 1;
    bytes += isFolder(handle) ? (await measureFolder(handle)).bytes : (await handle.getFile()).size;
  }
  return { items, bytes };
}

function isFolder(
  handle: FileSystemDirectoryHandle | FileSystemFileHandle,
): handle is FileSystemDirectoryHandle {
  return handle.kind === 'directory';
}
