import * as v from 'valibot';
import { LABELS, samePrediction } from '../core/blemore/label.ts';
import { KEPT } from '../core/session/kept-places.ts';
import type { TargetFigures } from './targets.ts';

const KEY = KEPT.boothTargets.name;

const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const KeptSchema = v.object({
  /** What they were measured with. */
  key: v.string(),
  figures: v.array(
    v.object({
      label: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(LABELS.length - 1)),
      presence: share,
      salience: share,
      nearness: share,
    }),
  ),
});

/**
 * What the model can read of the drawn face, as it was measured last. One pack's figures are kept,
 * under the pack's digest, its head and the program that draws.
 */
export class MeasuredTargets {
  readonly #storage: Storage | null;
  readonly #program: string;

  /** @param program names the drawing's own code: another version draws other faces */
  constructor(storage: Storage | null, program: string) {
    this.#storage = storage;
    this.#program = program;
  }

  /** Null where this pack was not measured, or cannot be told from others. */
  of(packSha256: string | null, head: string | null): readonly TargetFigures[] | null {
    if (packSha256 === null) return null;
    try {
      const { key, figures } = v.parse(KeptSchema, JSON.parse(this.#storage?.getItem(KEY) ?? ''));
      if (key !== this.#keyOf(packSha256, head)) return null;
      return figures.map(({ label, ...rest }) => ({ target: LABELS[label]!, ...rest }));
    } catch {
      return null;
    }
  }

  remember(
    packSha256: string | null,
    head: string | null,
    measured: readonly TargetFigures[],
  ): void {
    if (packSha256 === null) return;
    const figures = measured.map(({ target, ...rest }) => ({
      label: LABELS.findIndex((label) => samePrediction(label, target)),
      ...rest,
    }));
    try {
      const kept = { key: this.#keyOf(packSha256, head), figures };
      this.#storage?.setItem(KEY, JSON.stringify(kept));
    } catch {
      // Storage may be full or forbidden: they are measured again next time.
    }
  }

  #keyOf(packSha256: string, head: string | null): string {
    return JSON.stringify([this.#program, packSha256, head]);
  }
}
