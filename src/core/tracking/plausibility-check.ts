import { steady, type Steady } from '../reading/steadiness.ts';
import type { DetectorRange } from '../session/backend.ts';
import type { Face } from './face.ts';
import { implausibilityOf, type Implausibility } from './implausibility.ts';

/** Which faces are not to be read, each frame; what changes must last for a moment to count. */
export class PlausibilityCheck {
  #faces: ReadonlyMap<number, Steady<Implausibility | null>> = new Map();
  readonly #range: DetectorRange;

  constructor(range: DetectorRange) {
    this.#range = range;
  }

  /**
   * Expects frames in their order.
   * @param atMs the frame's time in milliseconds
   * @returns by face id; faces that may be read are not among them
   */
  check(faces: readonly Face[], atMs: number): ReadonlyMap<number, Implausibility> {
    const before = this.#faces;
    this.#faces = new Map(
      faces.map((face) => [
        face.id,
        steady(before.get(face.id) ?? null, implausibilityOf(face, this.#range), atMs, Object.is),
      ]),
    );
    return new Map(
      [...this.#faces].flatMap(([id, { shown }]): [number, Implausibility][] =>
        shown === null ? [] : [[id, shown]],
      ),
    );
  }

  reset(): void {
    this.#faces = new Map();
  }
}
