import type { Live } from '../live/live.svelte.ts';
import type { PackImport } from '../live/pack-import.svelte.ts';
import { droppedFiles, fileAt, type FileAt } from '../sources/dropped-files.ts';
import { fileUse } from '../sources/file-use.ts';

export interface OpenFiles {
  readonly file: (file: File) => void;
  /** To be called in the drop event itself. */
  readonly drop: (data: DataTransfer) => void;
}

/** What the live page does with files: faces in pictures are read, and models read them. */
export function openOnLive(live: Live, imports: PackImport): OpenFiles {
  async function open(files: readonly FileAt[]): Promise<void> {
    const [first] = files;
    if (first === undefined) return;
    if ((await fileUse(files)) === 'model') await imports.open(files);
    else await live.openFile(first.file);
  }
  return {
    file: (file) => void open([fileAt(file)]),
    drop: (data) => void droppedFiles(data).then(({ files }) => open(files)),
  };
}
