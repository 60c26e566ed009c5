import type { Face } from './face.ts';
import { area } from '../geometry/boxes.ts';

/** How much larger another face must be to take over, and for how long, in milliseconds. */
const CLEARLY_LARGER = 1.5;
const LONG_ENOUGH = 500;

interface Challenger {
  readonly id: number;
  readonly since: number;
}

/**
 * Which face counts as the visitor's: the largest, until it is gone or another one has been
 * clearly larger for half a second.
 */
export class PrimaryFace {
  #current: Face | null = null;
  #challenger: Challenger | null = null;

  get id(): number | null {
    return this.#current?.id ?? null;
  }

  /**
   * @param visible the faces of this frame
   * @param alive ids that are not given up, the visible ones and those lost for a moment
   * @param atMs the frame's time in milliseconds
   */
  update(visible: readonly Face[], alive: ReadonlySet<number>, atMs: number): void {
    if (this.#current !== null && !alive.has(this.#current.id)) this.reset();
    const largest = largestOf(visible);
    if (this.#current === null) {
      this.#current = largest;
      return;
    }
    const { id } = this.#current;
    this.#current = visible.find((face) => face.id === id) ?? this.#current;
    this.#challenge(largest, atMs);
  }

  reset(): void {
    this.#current = null;
    this.#challenger = null;
  }

  #challenge(largest: Face | null, atMs: number): void {
    if (largest === null || !this.#isOutgrownBy(largest)) {
      this.#challenger = null;
    } else if (this.#challenger?.id !== largest.id) {
      this.#challenger = { id: largest.id, since: atMs };
    } else if (atMs - this.#challenger.since >= LONG_ENOUGH) {
      this.#current = largest;
      this.#challenger = null;
    }
  }

  #isOutgrownBy(face: Face): boolean {
    return this.#current !== null && area(face.box) >= CLEARLY_LARGER * area(this.#current.box);
  }
}

function largestOf(faces: readonly Face[]): Face | null {
  return faces.reduce<Face | null>(
    (largest, face) => (largest && area(largest.box) >= area(face.box) ? largest : face),
    null,
  );
}
