import { gridSearch, type GridResult } from '../core/blemore/grid.ts';
import type { Probabilities } from '../core/blemore/emotions.ts';
import type { Thresholds } from '../core/blemore/prediction.ts';
import type { RelaxedFaces } from '../core/reading/relaxed-faces.ts';
import { rowOf, type ClipRow } from './clip-row.ts';
import type { ClipState } from './clip-state.ts';
import type { InputEntry } from './inputs/read-inputs.ts';
import { againstActorsNeutral } from './scores/actors-neutral.ts';
import { decodeWith, type Decoder, type Decoding } from './scores/decoder.ts';
import { referencesFor, type Reference } from './scores/references.ts';
import { scoresOf, type FoldedClip, type Scores } from './scores/scores.ts';

/** The scores of all labelled rows, by decoder; `file` for what a predictions file says. */
export interface DecoderScores {
  readonly decoder: Decoder | 'file';
  /** `own`: read against each actor's own neutral, without the clips that show it. */
  readonly neutral: 'everybody' | 'own';
  readonly scores: Scores;
}

/** What is scored; every field is reactive. */
export interface Scored {
  readonly entries: readonly InputEntry[];
  /** By clip name; a clip that is not among them waits. */
  readonly clips: ReadonlyMap<string, ClipState>;
  /** Results are still to come. */
  readonly active: boolean;
  /** The pack's own; null before there is one. */
  readonly thresholds: Thresholds | null;
  /** What the pack knows of relaxed faces; null where it does not, or before there is one. */
  readonly relaxedFaces: RelaxedFaces | null;
}

/** Before there is a pack there is nothing to decide, and these are only shown. */
const NO_THRESHOLDS: Thresholds = { alpha: 0.1, beta: 0.1 };

/** Predictions and their figures, from kept probabilities: no change of decoder, α or β re-runs anything. */
export class Scoring {
  readonly #scored: Scored;
  #decoder = $state.raw<Decoder>('rule');
  #chosen = $state.raw<Thresholds | null>(null);
  #ownNeutral = $state.raw(false);

  readonly #thresholds = $derived.by(
    () => this.#chosen ?? this.#scored.thresholds ?? NO_THRESHOLDS,
  );
  readonly #ruled = $derived.by(() =>
    this.#rowsBy({ decoder: 'rule', thresholds: this.#thresholds }),
  );
  // It does not know α and β, and so is not made again when they change.
  readonly #nearest = $derived.by(() => this.#rowsBy({ decoder: 'nearest' }));
  readonly #ruleScores = $derived.by(() => scoresOf(judged(this.#ruled)));
  readonly #nearestScores = $derived.by(() => scoresOf(judged(this.#nearest)));
  readonly #against = $derived.by(() => this.#readAgainstNeutral());
  readonly #ownThresholds = $derived.by(
    () => this.#chosen ?? this.#scored.relaxedFaces?.thresholds ?? NO_THRESHOLDS,
  );
  readonly #ownRuleScores = $derived.by(() =>
    scoresOf(this.#ownBy({ decoder: 'rule', thresholds: this.#ownThresholds })),
  );
  readonly #ownNearestScores = $derived.by(() => scoresOf(this.#ownBy({ decoder: 'nearest' })));
  readonly #grid = $derived.by(() => (this.#scored.active ? null : this.#searchGrid()));
  readonly #references = $derived.by(() =>
    referencesFor(this.#scored.entries.flatMap(({ label }) => (label === null ? [] : [label]))),
  );

  constructor(scored: Scored) {
    this.#scored = scored;
  }

  get decoder(): Decoder {
    return this.#decoder;
  }
  get thresholds(): Thresholds {
    return this.#thresholds;
  }
  /** By name, decoded as chosen. */
  get rows(): readonly ClipRow[] {
    return this.#decoder === 'rule' ? this.#ruled : this.#nearest;
  }
  /** Empty as long as no labelled row has a prediction. */
  get scores(): readonly DecoderScores[] {
    const given = this.#scored.entries.some((entry) => entry.given !== null);
    if (given) return named('file', this.#ruleScores);
    return [
      ...named('rule', this.#ruleScores),
      ...named('rule', this.#ownRuleScores, 'own'),
      ...named('nearest', this.#nearestScores),
      ...named('nearest', this.#ownNearestScores, 'own'),
    ];
  }
  /** Whether clips are also read against each actor's own neutral; null where the pack cannot. */
  get ownNeutral(): boolean | null {
    return this.#scored.relaxedFaces === null ? null : this.#ownNeutral;
  }
  /** Null while results are still to come, and where there is nothing to score. */
  get grid(): GridResult | null {
    return this.#grid;
  }
  get references(): readonly Reference[] {
    return this.#references;
  }

  choose(decoder: Decoder): void {
    this.#decoder = decoder;
  }

  /** Null for the pack's own. */
  setThresholds(thresholds: Thresholds | null): void {
    this.#chosen = thresholds;
  }

  setOwnNeutral(on: boolean): void {
    this.#ownNeutral = on;
  }

  /** Probabilities by clip name. */
  #readAgainstNeutral(): ReadonlyMap<string, Probabilities> {
    const { clips, relaxedFaces } = this.#scored;
    if (!this.#ownNeutral || relaxedFaces === null) return new Map();
    const finished = [...clips].flatMap(([name, clip]) =>
      clip.state === 'finished' ? [{ name, ...clip.result }] : [],
    );
    return againstActorsNeutral(finished, relaxedFaces);
  }

  #ownBy(decoding: Decoding): readonly FoldedClip[] {
    return this.#scored.entries.flatMap(({ name, label, fold }) => {
      const probabilities = this.#against.get(name);
      if (label === null || probabilities === undefined) return [];
      return [{ label, fold, prediction: decodeWith(decoding, probabilities) }];
    });
  }

  #rowsBy(decoding: Decoding): readonly ClipRow[] {
    const { entries, clips } = this.#scored;
    return entries.map((entry) => rowOf(entry, clips.get(entry.name) ?? null, decoding));
  }

  #searchGrid(): GridResult | null {
    const labelled = this.#nearest.flatMap(({ label, probabilities }) =>
      label === null || probabilities === null ? [] : [{ label, probabilities }],
    );
    return labelled.length === 0 ? null : gridSearch(labelled);
  }
}

/** The rows that can be scored. */
function judged(rows: readonly ClipRow[]): FoldedClip[] {
  return rows.flatMap(({ label, prediction, fold }) =>
    label === null || prediction === null ? [] : [{ label, prediction, fold }],
  );
}

function named(
  decoder: DecoderScores['decoder'],
  scores: Scores | null,
  neutral: DecoderScores['neutral'] = 'everybody',
): DecoderScores[] {
  return scores === null ? [] : [{ decoder, neutral, scores }];
}
