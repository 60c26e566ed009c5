import type { FileProblem } from '../../core/media/file-problem.ts';
import { isVideo } from '../../core/media/file-format.ts';
import { fileHead } from '../file-head.ts';
import { readMovie } from './iso-movie.ts';
import { readMatroska } from './matroska.ts';

/**
 * What is wrong with a film of which a player has shown the first part; null where nothing is, as
 * far as its container tells.
 *
 * @param seconds how far it was shown
 */
export async function incompleteProblem(file: Blob, seconds: number): Promise<FileProblem | null> {
  try {
    const { cut, damaged } = await containerFaults(file);
    if (cut) return { kind: 'cut-short', seconds };
    return damaged === null ? null : { kind: 'damaged', seconds, reason: damaged };
  } catch {
    // A player that can play it knows better.
    return null;
  }
}

interface Faults {
  readonly cut: boolean;
  readonly damaged: string | null;
}

async function containerFaults(file: Blob): Promise<Faults> {
  const { format } = await fileHead(file);
  if (!isVideo(format) || format === 'mpeg-ts') return { cut: false, damaged: null };
  if (format === 'webm' || format === 'matroska') {
    const { cut, damagedAt } = await readMatroska(file);
    return { cut, damaged: damagedAt === null ? null : `no element at byte ${damagedAt}` };
  }
  const { cut } = await readMovie(file);
  return { cut, damaged: null };
}
