/** A file, and where it was in the folder that was dropped or chosen. */
export interface FileAt {
  readonly path: string;
  readonly file: File;
}

export interface DroppedFiles {
  readonly files: readonly FileAt[];
  /** Names of files and folders that the browser does not let be read. */
  readonly unreadable: readonly string[];
}

/** A chosen file; one of a chosen folder has its path in it. */
export function fileAt(file: File): FileAt {
  return { path: file.webkitRelativePath || file.name, file };
}

/**
 * All files of a drop, those in dropped folders included. To be called in the drop event itself:
 * afterwards the browser has forgotten what was dropped.
 */
export async function droppedFiles(data: DataTransfer): Promise<DroppedFiles> {
  const entries = Array.from(data.items).flatMap((item) => item.webkitGetAsEntry() ?? []);
  const dropped = await Promise.all(entries.map(filesIn));
  return together(dropped);
}

async function filesIn(entry: FileSystemEntry): Promise<DroppedFiles> {
  try {
    if (isFile(entry)) {
      const path = entry.fullPath.replace(/^\//, '');
      return { files: [{ path, file: await fileOf(entry) }], unreadable: [] };
    }
    if (!isFolder(entry)) return NOTHING;
    const inside: DroppedFiles[] = [];
    for (const child of await childrenOf(entry)) inside.push(await filesIn(child));
    return together(inside);
  } catch {
    return { files: [], unreadable: [entry.name] };
  }
}

const NOTHING: DroppedFiles = { files: [], unreadable: [] };

function together(parts: readonly DroppedFiles[]): DroppedFiles {
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
