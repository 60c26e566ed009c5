import type { FrameImage, LoadedReader } from '../analyser/messages.ts';
import type { ReaderSetup } from '../core/pack/reader-setup.ts';
import type { Reading } from '../core/blemore/prediction.ts';
import type { Analysis } from '../core/reading/analysis.ts';
import { failureOf, type Failure } from '../core/session/failure.ts';
import type { Progress } from '../core/session/session.ts';
import type { Settings } from '../core/session/settings.ts';
import { ComparedReadings } from './compared-readings.svelte.ts';
import type { FrozenReading } from './frozen-frame.svelte.ts';
import type { LiveAnalyser } from './live-analyser.svelte.ts';

/** Where the second reader stands. */
export type ComparisonState =
  | { readonly state: 'off' }
  | { readonly state: 'loading'; readonly progress: Progress }
  | { readonly state: 'reading'; readonly loaded: LoadedReader }
  | { readonly state: 'failed'; readonly failure: Failure };

const OFF: ComparisonState = { state: 'off' };
const BEFORE: ComparisonState = { state: 'loading', progress: { loaded: 0, total: 0 } };

/** A second reader of the same frames, while one is wanted. The first reads on, whatever becomes of it. */
export class Comparison {
  readonly readings = new ComparedReadings();
  readonly #analyser: Pick<LiveAnalyser, 'compare'>;
  #wanted = $state.raw<ReaderSetup | null>(null);
  #state = $state.raw<ComparisonState>(OFF);
  #swapped = $state.raw(false);
  /** Aborted when another reader is asked for. */
  #asking = new AbortController();

  constructor(analyser: Pick<LiveAnalyser, 'compare'>) {
    this.#analyser = analyser;
  }

  /** What the first reader is compared with; null for nothing. */
  get wanted(): ReaderSetup | null {
    return this.#wanted;
  }
  get state(): ComparisonState {
    return this.#state;
  }
  /** Whether there is a second reader now. */
  get reads(): boolean {
    return this.#state.state === 'reading';
  }
  /** What the second reader says of the newest frame; null where it has not read it. */
  get latest(): FrozenReading | null {
    const state = this.#state;
    const { reading } = this.readings;
    if (state.state !== 'reading' || reading === null) return null;
    return { reader: 1, pack: state.loaded.pack, head: this.#wanted?.head ?? null, reading };
  }
  /** Whether the second reader is shown as A, and the first as B. */
  get swapped(): boolean {
    return this.#swapped;
  }

  /** @param running whether there is an analyser that can be asked now; else `renew` asks it */
  choose(reader: ReaderSetup | null, running: boolean): void {
    this.#wanted = reader;
    this.#swapped = false;
    this.readings.forget();
    this.interrupt();
    if (running) void this.renew();
  }

  swap(): void {
    this.#swapped = !this.#swapped;
  }

  /** The analyser may be replaced: nothing is asked of it until `renew`. */
  interrupt(): void {
    this.#asking.abort();
    this.#state = this.#wanted === null ? OFF : BEFORE;
  }

  /** Asks for the wanted reader: the analyser may be a new one. Never rejects. */
  async renew(): Promise<void> {
    this.#asking.abort();
    const { signal } = (this.#asking = new AbortController());
    const tell = (progress: Progress) => {
      if (!signal.aborted) this.#state = { state: 'loading', progress };
    };
    try {
      const loaded = await this.#analyser.compare(this.#wanted, tell, signal);
      if (!signal.aborted) this.#state = loaded === null ? OFF : { state: 'reading', loaded };
    } catch (error) {
      if (!signal.aborted) this.#state = { state: 'failed', failure: failureOf(error) };
    }
  }

  /** `first`: what the first reader says of the primary face. `picture` is lent. */
  show(
    analysis: Analysis,
    first: Reading | null,
    picture: FrameImage | null,
    settings: Settings,
  ): void {
    if (this.#state.state !== 'reading') return;
    this.readings.show(analysis, first, picture, settings, this.#state.loaded.pack);
  }
}
