import type { Logits } from '../../src/core/blemore/emotions.ts';
import { LABELS } from '../../src/core/blemore/label.ts';
import { perEmotion } from '../../src/core/blemore/per-emotion.ts';
import type { Prediction, Reading } from '../../src/core/blemore/prediction.ts';
import { softLabel } from '../../src/core/blemore/soft-label.ts';
import { step } from '../../src/booth/step.ts';
import {
  ATTRACT,
  type Effect,
  type Visit,
  type VisitEvent,
  type VisitRules,
} from '../../src/booth/visit.ts';
import type { SeenFace } from '../../src/booth/visitors.ts';
import type { Pose } from '../../src/sources/drawn/pose.ts';
import { unitsOf } from '../../src/sources/drawn/prototypes.ts';

const FRAME_MS = 100;

const RULES: VisitRules = { consent: 'touch', playable: true, relax: true, roundMs: 6000 };

/** A face in front of the booth, in the middle where nothing else is said. */
export function seen(id: number, face: Partial<SeenFace> = {}): SeenFace {
  return { id, x: 0.9, y: 0.5, size: 0.4, primary: true, relaxed: false, reading: null, ...face };
}

/** Somebody without anything to be read. */
export function aside(id: number, face: Partial<SeenFace> = {}): SeenFace {
  return seen(id, { x: 1.5, size: 0.3, primary: false, ...face });
}

export const HAPPY: Reading = {
  probabilities: [0, 0, 0, 0.9, 0.1, 0],
  prediction: [{ emotion: 'hap', salience: 100 }],
  certain: true,
};

export const SMILE_THROUGH_TEARS: Reading = {
  probabilities: [0, 0, 0, 0.65, 0.35, 0],
  prediction: [
    { emotion: 'hap', salience: 70 },
    { emotion: 'sad', salience: 30 },
  ],
  certain: true,
};

/** A visit that a test walks through, ten frames a second. */
export class Walk {
  visit: Visit = ATTRACT;
  at = 0;
  readonly effects: Effect[] = [];
  readonly #rules: VisitRules;

  constructor(rules: Partial<VisitRules> = {}) {
    this.#rules = { ...RULES, ...rules };
  }

  get stage(): Visit['stage'] {
    return this.visit.stage;
  }

  /** The camera sees these faces for so long. */
  see(seconds: number, ...faces: readonly SeenFace[]): this {
    for (let left = seconds * 1000; left > 0; left -= FRAME_MS) {
      this.at += FRAME_MS;
      this.take({ type: 'frame', at: this.at, faces });
    }
    return this;
  }

  /** Time goes on without a frame. */
  wait(seconds: number): this {
    for (let left = seconds * 1000; left > 0; left -= FRAME_MS) {
      this.at += FRAME_MS;
      this.take({ type: 'clock', at: this.at });
    }
    return this;
  }

  act(type: 'agree' | 'decline' | 'live' | 'end'): this {
    return this.take({ type, at: this.at });
  }

  play(players: 1 | 2, rounds: Extract<VisitEvent, { type: 'play' }>['rounds']): this {
    return this.take({ type: 'play', at: this.at, players, rounds });
  }

  /** To where a visitor is read. */
  toLive(face = seen(1)): this {
    this.see(2, face)
      .act('agree')
      .see(2, { ...face, relaxed: true });
    if (this.stage !== 'live') throw new Error(`the visit is at ${this.stage}`);
    return this;
  }

  take(event: VisitEvent): this {
    const { visit, effects } = step(this.visit, event, this.#rules);
    this.visit = visit;
    this.effects.push(...effects);
    return this;
  }
}

const SHOWN = new Map(LABELS.map((label) => [JSON.stringify(unitsOf(softLabel(label))), label]));

/** A model that knows every label the drawn face shows, and takes it for what `confuse` makes of it. */
export function drawnLogits(
  { units }: Pose,
  confuse: (label: Prediction) => Prediction = (label) => label,
): Promise<Logits> {
  const shares = softLabel(confuse(SHOWN.get(JSON.stringify(units))!));
  return Promise.resolve(perEmotion((i) => Math.log(shares[i] + 1e-9)));
}
