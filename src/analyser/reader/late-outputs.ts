import type { FaceOutput } from '../../core/reading/analysis.ts';
import { LONGEST_PAUSE } from '../../core/tracking/lost-face-memory.ts';
import type { BatchReading } from './paced-reading.ts';

type Took = Pick<BatchReading, 'encode' | 'head'>;

const NO_TIME: Took = { encode: 0, head: 0 };

/** One reading under way beside the frames, and what the last ones said of each face. */
export class LateOutputs {
  readonly #last = new Map<number, FaceOutput>();
  /** When each face was there last, in milliseconds. */
  readonly #seen = new Map<number, number>();
  #underWay: object | null = null;
  #failure: { readonly error: unknown } | null = null;
  #took = NO_TIME;

  get busy(): boolean {
    return this.#underWay !== null;
  }

  /** How long the last reading took, in milliseconds. */
  get took(): Took {
    return this.#took;
  }

  /** Starts a reading of these faces, in the order of its outputs. What comes of it after `clear` is let go. */
  start(ids: readonly number[], reading: Promise<BatchReading>): void {
    const mark = {};
    this.#underWay = mark;
    const settle = (how: () => void) => {
      if (this.#underWay !== mark) return;
      this.#underWay = null;
      how();
    };
    reading.then(
      ({ outputs, encode, head }) => {
        settle(() => {
          this.#took = { encode, head };
          ids.forEach((id, row) => this.#last.set(id, outputs[row]!));
        });
      },
      (error: unknown) => {
        settle(() => {
          this.#failure = { error };
        });
      },
    );
  }

  /**
   * The last outputs of the faces of a frame; null for one without. Throws, once, what the last
   * reading failed with.
   */
  of(ids: readonly number[], atMs: number): (FaceOutput | null)[] {
    const failure = this.#failure;
    this.#failure = null;
    if (failure !== null) throw failure.error;
    this.#forgetLost(atMs);
    return ids.map((id) => {
      this.#seen.set(id, atMs);
      return this.#last.get(id) ?? null;
    });
  }

  /** When the face was read last, in milliseconds; −∞ for one that never was. */
  readAt(id: number): number {
    const output = this.#last.get(id);
    return output?.kind === 'read' ? output.at : -Infinity;
  }

  clear(): void {
    this.#last.clear();
    this.#seen.clear();
    this.#underWay = null;
    this.#failure = null;
    this.#took = NO_TIME;
  }

  #forgetLost(atMs: number): void {
    for (const [id, seen] of this.#seen) {
      if (atMs - seen <= LONGEST_PAUSE) continue;
      this.#seen.delete(id);
      this.#last.delete(id);
    }
  }
}
