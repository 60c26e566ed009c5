import type { Explanation } from '../core/explain/explanation.ts';
import type { Face } from '../core/tracking/face.ts';
import type { Analysis, FaceOutput } from '../core/reading/analysis.ts';
import type { Backend } from '../core/session/backend.ts';
import { FailureError, failureOf, type Failure } from '../core/session/failure.ts';
import type { Progress } from '../core/session/session.ts';
import type {
  AnalyserSetup,
  FrameImage,
  FrameOptions,
  LoadedReader,
  ReaderPlace,
} from '../analyser/messages.ts';
import type { ReaderSetup } from '../core/pack/reader-setup.ts';
import type { WorkerPort } from '../messaging/request-bridge.ts';
import { Analyser, type AnalyserEvents } from './analyser-client.ts';
import { RestartBudget } from './restart-budget.ts';

/** The third breakdown within a minute is the last: then the visitor decides. */
const RESTARTS = 2;
const RESTART_WINDOW_MS = 60_000;

export interface SupervisorEvents extends AnalyserEvents {
  restarted(): void;
}

/** An analyser that is built beside the one that runs. */
interface Successor {
  readonly setup: string;
  readonly analyser: Analyser;
  readonly loaded: LoadedReader;
}

/** Owns the analyser: builds it when it is first needed, keeps it between runs, rebuilds it when it breaks. */
export class AnalyserSupervisor {
  readonly #spawn: () => WorkerPort;
  readonly #events: SupervisorEvents;
  readonly #visible: () => boolean;
  readonly #budget = new RestartBudget(RESTARTS, RESTART_WINDOW_MS);
  #analyser: Analyser | null = null;
  #setup: string | null = null;
  #loaded: Promise<LoadedReader> | null = null;
  /** Takes over with the next `load` of its setup. */
  #successor: Successor | null = null;

  constructor(spawn: () => WorkerPort, events: SupervisorEvents, visible: () => boolean) {
    this.#spawn = spawn;
    this.#events = events;
    this.#visible = visible;
  }

  /** Whether frames may be analysed although the analyser is still being loaded. */
  get onlyLocates(): boolean {
    return this.#analyser?.onlyLocates ?? false;
  }

  /** An analyser of this setup, ready for a new source. Throws what failed as a FailureError. */
  async load(setup: AnalyserSetup): Promise<LoadedReader> {
    const key = JSON.stringify(setup);
    this.#succeed(key);
    if (key !== this.#setup || this.#loaded === null || this.#analyser?.dead !== false) {
      this.#setup = key;
      this.#loaded = this.#build(setup);
    }
    try {
      const loaded = await this.#loaded;
      this.#analyser?.reset();
      return this.#analyser?.loaded ?? loaded;
    } catch (error) {
      if (key === this.#setup) this.close();
      throw error;
    }
  }

  /**
   * Builds an analyser of this setup while the one there is goes on. The next `load` takes it, where
   * it is of the same setup, and closes it where not. Throws what failed as a FailureError, or the
   * signal's reason, and nothing has changed then.
   */
  async buildBeside(
    setup: AnalyserSetup,
    events: AnalyserEvents,
    signal: AbortSignal,
  ): Promise<void> {
    signal.throwIfAborted();
    const analyser = new Analyser(this.#spawn(), events, this.#visible);
    const close = () => {
      analyser.close();
    };
    signal.addEventListener('abort', close);
    try {
      const loaded = await analyser.load(setup);
      this.#successor?.analyser.close();
      this.#successor = { setup: JSON.stringify(setup), analyser, loaded };
    } catch (error) {
      analyser.close();
      signal.throwIfAborted();
      throw error;
    } finally {
      signal.removeEventListener('abort', close);
    }
  }

  async analyse(image: FrameImage, capturedAt: number, options: FrameOptions): Promise<Analysis> {
    if (this.#analyser === null) {
      image.close();
      throw notLoaded();
    }
    return this.#analyser.analyse(image, capturedAt, options);
  }

  /** As `Analyser.finish`. */
  async finish(): Promise<readonly FaceOutput[]> {
    if (this.#analyser === null) throw notLoaded();
    return this.#analyser.finish();
  }

  /** As `Analyser.recover`. */
  async recover(signal: AbortSignal): Promise<Backend> {
    if (this.#analyser === null) throw notLoaded();
    return this.#analyser.recover(signal);
  }

  /** As `Analyser.compare`; a new analyser knows nothing of it. */
  async compare(
    reader: ReaderSetup | null,
    progress: (progress: Progress) => void,
    signal: AbortSignal,
  ): Promise<LoadedReader | null> {
    if (this.#analyser === null) throw notLoaded();
    return this.#analyser.compare(reader, progress, signal);
  }

  /** As `Analyser.explain`. */
  async explain(
    image: FrameImage,
    face: Face,
    reader: ReaderPlace,
    signal: AbortSignal,
  ): Promise<Explanation> {
    if (this.#analyser === null) {
      image.close();
      throw notLoaded();
    }
    return this.#analyser.explain(image, face, reader, signal);
  }

  /** Whether a failure is worth a rebuild, and one is left; takes it. */
  mayRebuild(failure: Failure): boolean {
    return isBreakdown(failure) && this.#budget.spend(performance.now());
  }

  /** Throws the broken analyser away: the next `load` builds a new one. */
  close(): void {
    this.#analyser?.close();
    this.#successor?.analyser.close();
    this.#analyser = null;
    this.#successor = null;
    this.#setup = null;
    this.#loaded = null;
  }

  /** The visitor asked to try again: earlier breakdowns are forgiven. */
  resetRestarts(): void {
    this.#budget.reset();
  }

  #succeed(setup: string): void {
    const successor = this.#successor;
    this.#successor = null;
    if (successor === null) return;
    const { analyser, loaded } = successor;
    if (successor.setup !== setup || analyser.dead) {
      analyser.close();
      return;
    }
    this.#analyser?.close();
    this.#analyser = analyser;
    this.#setup = setup;
    this.#loaded = Promise.resolve(loaded);
  }

  async #build(setup: AnalyserSetup): Promise<LoadedReader> {
    for (;;) {
      this.#analyser?.close();
      const analyser = new Analyser(this.#spawn(), this.#events, this.#visible);
      this.#analyser = analyser;
      try {
        return await analyser.load(setup);
      } catch (error) {
        const replaced = this.#analyser !== analyser;
        if (replaced || !this.mayRebuild(failureOf(error))) throw error;
        this.#events.restarted();
      }
    }
  }
}

function notLoaded(): FailureError {
  return new FailureError({ kind: 'analyser-crashed', reason: 'not loaded' });
}

/** A breakdown of the worker, which a new worker may not have; a bad file or model stays bad. */
function isBreakdown({ kind }: Failure): boolean {
  return kind === 'analyser-crashed' || kind === 'analyser-silent' || kind === 'unexpected';
}
