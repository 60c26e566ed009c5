/** A pattern of drawn and left out pixels for each line, in label order. */
const DASHES: readonly (readonly number[])[] = [
  [],
  [8, 4],
  [2, 3],
  [8, 3, 2, 3],
  [14, 4],
  [5, 2, 2, 2, 2, 2],
];

/** How the line of an emotion is dashed: not at all where colours tell the lines apart. */
export function lineDash(dashed: boolean, emotion: number): number[] {
  return dashed ? [...(DASHES[emotion] ?? [])] : [];
}
