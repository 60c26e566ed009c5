/** For how long frames must agree on a new label before it is shown, in milliseconds. */
const AGREEMENT = 300;

/** The label on show, and the one that would take its place. */
export interface Steady<Label> {
  readonly shown: Label;
  readonly next: { readonly label: Label; readonly since: number } | null;
}

/**
 * Holds the label on show until all frames of 300 ms have said one and the same other label, so
 * that a reading near a threshold does not flicker. The first label shows at once.
 *
 * @param state null for a face's first frame
 * @param at milliseconds on the frames' clock
 */
export function steady<Label>(
  state: Steady<Label> | null,
  label: Label,
  at: number,
  same: (a: Label, b: Label) => boolean,
): Steady<Label> {
  if (state === null) return { shown: label, next: null };
  const { shown, next } = state;
  if (same(label, shown)) return { shown, next: null };
  if (next === null || !same(label, next.label)) return { shown, next: { label, since: at } };
  return at - next.since >= AGREEMENT ? { shown: label, next: null } : state;
}
