import { fileFormat, HEAD_BYTES, type FileFormat } from '../core/media/file-format.ts';

/** A file's first bytes, and what they say it is. */
export interface FileHead {
  readonly bytes: Uint8Array;
  readonly format: FileFormat;
}

/** Throws a DOMException where the file cannot be read. */
export async function fileHead(file: Blob): Promise<FileHead> {
  const bytes = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer());
  return { bytes, format: fileFormat(bytes, file instanceof File ? file.name : '') };
}
