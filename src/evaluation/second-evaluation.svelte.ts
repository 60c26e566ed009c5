import type { ReaderSetup } from '../core/pack/reader-setup.ts';
import type { ChosenFiles } from './chosen-files.svelte.ts';
import type { ClipRow } from './clip-row.ts';
import { Runner, type RunnerParts, type RunRequest } from './runner.svelte.ts';
import { scoredOf } from './scored.ts';
import { judge } from './scores/judge.ts';
import { pairedScores, type PairedOutcome, type PairedScores } from './scores/paired.ts';
import { Scoring } from './scoring.svelte.ts';

/** The same clips, read by a second pack once the first has read them all. */
export class SecondEvaluation {
  readonly runner: Runner;
  readonly scoring: Scoring;
  #reader = $state.raw<ReaderSetup | null>(null);
  #firstHead = $state.raw<string | null>(null);

  constructor(parts: RunnerParts, chosen: ChosenFiles) {
    this.runner = new Runner(parts);
    this.scoring = new Scoring(scoredOf(this.runner, chosen));
  }

  /** Null for no second pack. */
  get reader(): ReaderSetup | null {
    return this.#reader;
  }
  /** Which heads the first pack and the second one read with; null for a pack's only one. */
  get heads(): readonly [first: string | null, second: string | null] {
    return [this.#firstHead, this.runner.settings?.head ?? null];
  }
  /** Whether the run of the page is its run: at work, or ended in a failure. */
  get runs(): boolean {
    return this.runner.active || this.runner.state.state === 'failed';
  }

  /** Another pack's results are no part of this evaluation; a change counts from the next start on. */
  choose(reader: ReaderSetup | null): void {
    this.#reader = reader;
    this.runner.clear();
  }

  /** Reads the same clips once the first got through, where a second pack is chosen. */
  async follow(first: Runner, request: RunRequest): Promise<void> {
    const reader = this.#reader;
    if (reader === null || first.state.state !== 'finished') return;
    // The first one's worker would only hold memory.
    first.close();
    this.#firstHead = first.settings?.head ?? null;
    await this.runner.start({ ...request, setup: { ...request.setup, ...reader } });
  }

  /** How its answers compare with those of the first; null where no labelled clip has both. */
  against(first: readonly ClipRow[]): PairedScores | null {
    if (this.#reader === null || this.runner.pack === null) return null;
    const own = new Map(this.scoring.rows.map((row) => [row.name, row]));
    return pairedScores(first.flatMap((row) => pairOf(row, own.get(row.name))));
  }
}

function pairOf(
  { label, prediction }: ClipRow,
  other: ClipRow | undefined,
): readonly PairedOutcome[] {
  const second = other?.prediction ?? null;
  if (label === null || prediction === null || second === null) return [];
  return [{ first: judge({ label, prediction }), second: judge({ label, prediction: second }) }];
}
