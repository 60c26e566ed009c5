import type { Progress } from '../../core/session/session.ts';

export type TellProgress = (progress: Progress) => void;

/** Adds up pieces of files of these lengths, in bytes, and tells how far all of them are. */
export function meter(sizes: readonly number[], tell: TellProgress): (bytes: number) => void {
  const total = sizes.reduce((sum, size) => sum + size, 0);
  let loaded = 0;
  return (bytes) => {
    loaded += bytes;
    tell({ loaded, total });
  };
}
