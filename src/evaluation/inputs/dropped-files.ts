export interface Dropped {
  readonly files: readonly File[];
  /** Names of files and folders that the browser does not let be read. */
  readonly unreadable: readonly string[];
}

/**
 * All files of a drop, those in dropped folders included. To be called in the drop event itself:
 * afterwards the browser has forgotten what was dropped.
 */
export async function droppedFiles(data: DataTransfer): Promise<Dropped> {
  const entries = Array.from(data.items).flatMap((item) => item.webkitGetAsEntry() ?? []);
  const dropped = await Promise.all(entries.map(filesIn));
  return together(dropped);
}

async function filesIn(entry: FileSystemEntry): Promise<Dropped> {
  try {
    if (isFile(entry)) return { files: [await fileOf(entry)], unreadable: [] };
    if (!isFolder(entry)) return NOTHING;
    const inside: Dropped[] = [];
    for (const child of await childrenOf(entry)) inside.push(await filesIn(child));
    return together(inside);
  } catch {
    return { files: [], unreadable: [entry.name] };
  }
}

const NOTHING: Dropped = { files: [], unreadable: [] };

function together(parts: readonly Dropped[]): Dropped {
  return {
    files: parts.flatMap(({ files }) => files),
    unreadable: parts.flatMap(({ unreadable }) => unreadable),
  };
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => {
    entry.file(resolve, reject);
  });
}

/** A reader gives a hundred at a time, and none when there are no more. */
async function childrenOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const children: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => {
      reader.readEntries(resolve, reject);
    });
    if (some.length === 0) return children;
    children.push(...some);
  }
}
