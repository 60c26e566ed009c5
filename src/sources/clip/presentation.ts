import type { Edit, Movie, MovieTrack } from './iso-movie.ts';

/**
 * A stretch of a track that a player shows. Times in seconds, `from` and `until` as mediabunny
 * gives a track's timestamps; `shift` leads from those to the clip's own zero.
 */
export interface Stretch {
  readonly from: number;
  readonly until: number;
  readonly shift: number;
}

/** All of a track, as a file without an edit list shows it. */
export function everything(zero: number): readonly Stretch[] {
  return [{ from: -Infinity, until: Infinity, shift: -zero }];
}

/**
 * What an edit list shows, in its order. mediabunny moves a track's timestamps by the first edit
 * that shows anything, and neither hides what lies outside of it nor knows of a second one.
 */
export function editedStretches(movie: Movie, track: MovieTrack, zero: number): Stretch[] {
  const { edits, timescale } = track;
  const seconds = (edit: Edit) => edit.duration / movie.timescale;
  const moved = movedBy(movie, track);
  const stretches: Stretch[] = [];
  let shown = 0;
  for (const edit of edits) {
    if (edit.mediaTime >= 0) {
      const from = (edit.mediaTime - moved) / timescale;
      // In the track's units, as players round it.
      const length = Math.round(seconds(edit) * timescale) / timescale;
      const until = edit.duration === 0 ? Infinity : from + length;
      stretches.push({ from, until, shift: shown - from - zero });
    }
    shown += seconds(edit);
  }
  return stretches;
}

/** By how much mediabunny's timestamps lie before the media's, in the track's units. */
function movedBy(movie: Movie, { edits, timescale }: MovieTrack): number {
  let before = 0;
  for (const { duration, mediaTime, rate } of edits) {
    if (mediaTime >= 0) {
      return rate === 1 ? mediaTime - Math.round((before / movie.timescale) * timescale) : 0;
    }
    before += duration;
  }
  return 0;
}
