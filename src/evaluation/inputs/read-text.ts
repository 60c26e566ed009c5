import { isArchive } from './archive.ts';
import { decodeText } from './decode-text.ts';
import type { FileProblem } from './input-problem.ts';

/** Ten thousand times what the challenge's files take. */
export const MOST_BYTES = 32_000_000;

export type ReadBytes =
  { readonly bytes: Uint8Array<ArrayBuffer> } | { readonly problem: FileProblem };
export type ReadText = { readonly text: string } | { readonly problem: FileProblem };

/** The bytes of a table, of predictions or of a zip, which are small. */
export async function readBytes(file: File): Promise<ReadBytes> {
  if (file.size > MOST_BYTES) {
    return { problem: { kind: 'file-large', file: file.name, limit: MOST_BYTES } };
  }
  try {
    return { bytes: new Uint8Array(await file.arrayBuffer()) };
  } catch {
    return { problem: { kind: 'file-unreadable', file: file.name } };
  }
}

/** The text of a table or of predictions. */
export async function readText(file: File): Promise<ReadText> {
  const read = await readBytes(file);
  return 'problem' in read ? read : textOf(read.bytes, file.name);
}

export function textOf(bytes: Uint8Array, file: string): ReadText {
  if (isArchive(bytes)) return { problem: { kind: 'spreadsheet', file } };
  const text = decodeText(bytes);
  return text === null ? { problem: { kind: 'file-binary', file } } : { text };
}
