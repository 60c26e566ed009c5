/** What a file is taken for, by its name alone. */
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

/** `hidden` is what systems leave in folders unasked, such as .DS_Store. */
export function fileKind(name: string): FileKind {
  if (name.startsWith('.') || name === 'Thumbs.db' || name === 'desktop.ini') return 'hidden';
  const extension = EXTENSION.exec(name)?.[1]?.toLowerCase() ?? '';
  return KINDS.get(extension) ?? 'other';
}
