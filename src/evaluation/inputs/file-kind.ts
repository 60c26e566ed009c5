/** What a file is taken for, by its name alone. */
export type FileKind = 'clip' | 'table' | 'json' | 'hidden' | 'other';

const EXTENSION = /\.([^./]+)$/;
const CLIP_EXTENSION = /\.(mov|mp4|webm)$/i;

const KINDS: Readonly<Record<string, FileKind>> = {
  mp4: 'clip',
  mov: 'clip',
  webm: 'clip',
  csv: 'table',
  json: 'json',
};

/** `hidden` is what systems leave in folders unasked, such as .DS_Store. */
export function fileKind(name: string): FileKind {
  if (name.startsWith('.') || name === 'Thumbs.db' || name === 'desktop.ini') return 'hidden';
  const extension = EXTENSION.exec(name)?.[1]?.toLowerCase() ?? '';
  return KINDS[extension] ?? 'other';
}

/** A clip's name without a video's extension: metadata names clips with it or without. */
export function clipStem(name: string): string {
  return name.replace(CLIP_EXTENSION, '');
}
