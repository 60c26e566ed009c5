import { saysAnimated } from '../../core/media/animated.ts';
import { isVideo, type FileFormat } from '../../core/media/file-format.ts';
import { fileHead, type FileHead } from '../../sources/file-head.ts';

/** What a file is taken for. */
export type FileKind = 'clip' | 'table' | 'json' | 'archive' | 'spreadsheet' | 'hidden' | 'other';

const EXTENSION = /\.([^./]+)$/;

/** A map, because an extension comes from a file: no object's own `constructor` is one. */
const KINDS: ReadonlyMap<string, FileKind> = new Map([
  ['mp4', 'clip'],
  ['mov', 'clip'],
  ['webm', 'clip'],
  ['csv', 'table'],
  ['tsv', 'table'],
  ['tab', 'table'],
  ['json', 'json'],
  ['zip', 'archive'],
  ['xlsx', 'spreadsheet'],
  ['xls', 'spreadsheet'],
  ['ods', 'spreadsheet'],
  ['numbers', 'spreadsheet'],
]);

/** A file, what it is taken for, and what its bytes say it is, where they were looked at. */
export interface JudgedFile {
  readonly file: File;
  readonly kind: FileKind;
  /** Null where its name was enough, or it cannot be read. */
  readonly format: FileFormat | null;
}

/**
 * A video or an animation is a clip whatever its name; a file that is called a clip stays one, and is told to be
 * something else when it is opened. Names decide about the rest.
 */
export async function judgeFile(file: File): Promise<JudgedFile> {
  const kind = fileKind(file.name);
  if (kind === 'clip' || kind === 'hidden') return { file, kind, format: null };
  const head = await fileHead(file).catch(() => null);
  if (head === null) return { file, kind, format: null };
  return { file, kind: moves(head) ? 'clip' : kind, format: head.format };
}

/** A GIF does not have to say how many pictures it has. */
function moves({ bytes, format }: FileHead): boolean {
  return isVideo(format) || format === 'gif' || saysAnimated(bytes, format);
}

/** By a file's name alone. `hidden` is what systems leave in folders unasked, such as .DS_Store. */
export function fileKind(name: string): FileKind {
  if (name.startsWith('.') || name === 'Thumbs.db' || name === 'desktop.ini') return 'hidden';
  const extension = EXTENSION.exec(name)?.[1]?.toLowerCase() ?? '';
  return KINDS.get(extension) ?? 'other';
}
