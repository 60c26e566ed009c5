import { boxUnder, type Box } from './iso-boxes.ts';

/** How many more times than samples a track may list, as some writers do. */
const LISTED_TOO_MANY = 1000;

/**
 * Whether a track's tables can be of samples that lie in a file of so many bytes. Of damaged ones,
 * mediabunny would count billions.
 */
export function plausibleTables(view: DataView, track: Box, fileBytes: number): boolean {
  const table = boxUnder(view, track, 'mdia', 'minf', 'stbl');
  const sizes = table && boxUnder(view, table, 'stsz');
  if (table === null) return true;
  // The compact form's sizes are of half a byte to two bytes, and no writer of films uses it.
  if (sizes === null) return boxUnder(view, table, 'stz2') !== null;
  const size = view.getUint32(sizes.start + 4);
  const samples = view.getUint32(sizes.start + 8);
  if (size === 0 ? samples * 4 > sizes.end - sizes.start - 12 : samples * size > fileBytes) {
    return false;
  }
  const chunks = boxUnder(view, table, 'stsc');
  const times = boxUnder(view, table, 'stts');
  const perChunk = chunks === null ? [] : entries(view, chunks, 12, 4);
  const perTime = times === null ? [] : entries(view, times, 8, 0);
  if (perChunk === null || perTime === null) return false;
  const listed = perTime.reduce((sum, count) => sum + count, 0);
  return perChunk.every((count) => count <= samples) && listed <= samples + LISTED_TOO_MANY;
}

/** One number of each entry of a table; null where the table is shorter than it says. */
function entries(view: DataView, { start, end }: Box, size: number, at: number): number[] | null {
  const count = view.getUint32(start + 4);
  if (count * size > end - start - 8) return null;
  return Array.from({ length: count }, (_, i) => view.getUint32(start + 8 + i * size + at));
}
