import { ImportError } from './import-problem.ts';

/**
 * The parts of a path in an archive or a folder.
 * @throws ImportError bad-path where it is absolute, climbs out of its folder, or holds what no
 * ordinary name holds
 */
export function safePath(path: string): readonly string[] {
  const parts = path.split('/');
  const odd = path.length > 255 || /[\\:\p{Cc}]/u.test(path);
  if (odd || parts.some((part) => part === '' || part === '.' || part === '..')) {
    throw new ImportError({ kind: 'bad-path', path });
  }
  return parts;
}

/** What an operating system leaves in folders and archives. */
export function isClutter(path: string): boolean {
  return path.startsWith('__MACOSX/') || /(^|\/)(\.DS_Store|Thumbs\.db|desktop\.ini)$/.test(path);
}
