import type { FrameImage, LoadedReader } from '../analyser/messages.ts';
import { headFor } from '../core/pack/head.ts';
import type { ReaderSetup } from '../core/pack/reader-setup.ts';
import type { Analysis } from '../core/reading/analysis.ts';
import { failureOf, type Failure } from '../core/session/failure.ts';
import type { Progress } from '../core/session/session.ts';
import type { Settings } from '../core/session/settings.ts';
import { ComparedReadings, type FirstReading } from './compared-readings.svelte.ts';
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
  readonly #analyser: Pick<LiveAnalyser, 'compare' | 'loaded'>;
  #wanted = $state.raw<ReaderSetup | null>(null);
  #state = $state.raw<ComparisonState>(OFF);
  #swapped = $state.raw(false);
  /** Aborted when another reader is asked for. */
  #asking = new AbortController();

  constructor(analyser: Pick<LiveAnalyser, 'compare' | 'loaded'>) {
    this.#analyser = analyser;
  }

  /** What the first reader is compared with; null for nothing. */
  get wanted(): ReaderSetup | null {
    return this.#wanted;
  }
  get state(): ComparisonState {
    return this.#state;
  }
  /** Whether the picture of the next frame is wanted. */
  get wantsPicture(): boolean {
    return this.#state.state === 'reading' && this.readings.wantsPicture;
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

  /** `picture` is lent. */
  show(
    analysis: Analysis,
    first: FirstReading,
    picture: FrameImage | null,
    settings: Settings,
  ): void {
    if (this.#state.state !== 'reading') return;
    const { loaded } = this.#state;
    const second = { pack: loaded.pack, twin: this.#isTwin(loaded, settings) };
    this.readings.show(analysis, first, picture, settings, second);
  }

  /** Somebody says that a face is relaxed now: the second reader learns it as the first does. */
  confirmRest(face: number, settings: Settings): void {
    if (this.#state.state !== 'reading') return;
    this.readings.confirmRest(face, settings, this.#state.loaded.pack);
  }

  /** Whether the first reader is of the same pack and head as the second. */
  #isTwin({ pack, packSha256 }: LoadedReader, settings: Settings): boolean {
    const wanted = this.#wanted?.head ?? null;
    const sameHead = headFor(pack, wanted)?.id === headFor(pack, settings.head)?.id;
    return sameHead && packSha256 !== null && packSha256 === this.#analyser.loaded?.packSha256;
  }
}
