import { isPicture, type FileFormat } from '../../core/media/file-format.ts';
import { CONVERTIBLE } from './convertible.ts';

/** What to do with a file that is not read, by what it is. */
export interface FormatAdvice {
  readonly svg: string;
  /** A video in another container. */
  readonly convertible: string;
  readonly picture: string;
  readonly other: string;
}

export function formatAdvice(format: FileFormat, advice: FormatAdvice): string {
  if (format === 'svg') return advice.svg;
  if (CONVERTIBLE.has(format)) return advice.convertible;
  return isPicture(format) ? advice.picture : advice.other;
}
