import type { FileFormat } from '../../core/media/file-format.ts';

/** Other containers, whose videos a converter can bring into one that is read. */
export const CONVERTIBLE: ReadonlySet<FileFormat> = new Set<FileFormat>([
  'avi',
  'windows-media',
  'flash-video',
  'mpeg-ps',
  'mpeg-ts',
  'ogg',
  'mxf',
  'realmedia',
  'matroska',
]);
