import type {
  AnalyserSetup,
  FrameImage,
  FrameOptions,
  LoadedReader,
  ReaderPlace,
} from '../analyser/messages.ts';
import type { ReaderSetup } from '../core/pack/reader-setup.ts';
import type { WorkerPort } from '../messaging/request-bridge.ts';
import type { ReadySetup } from '../client/ready-setup.ts';
import { AnalyserSupervisor } from '../client/supervisor.ts';
import type { Explanation } from '../core/explain/explanation.ts';
import type { Face } from '../core/tracking/face.ts';
import type { Analysis } from '../core/reading/analysis.ts';
import { failureOf } from '../core/session/failure.ts';
import type { Notice } from '../core/session/notice.ts';
import type { Progress } from '../core/session/session.ts';

/** What a run hears of its analyser. */
export interface LoadEvents {
  readonly notice: (notice: Notice) => void;
  /** Frames may be analysed while the load goes on: their faces are found, and not read yet. */
  readonly locates: () => void;
}

const NO_PROGRESS: Progress = { loaded: 0, total: 0 };
const UNHEARD: LoadEvents = { notice: () => undefined, locates: () => undefined };

/** The live page's analyser: built in advance where that costs nothing, kept from run to run. */
export class LiveAnalyser {
  readonly #readySetup: ReadySetup;
  readonly #supervisor: AnalyserSupervisor;
  #loaded = $state.raw<LoadedReader | null>(null);
  #progress = $state.raw(NO_PROGRESS);
  /** The run that uses it; null between runs. */
  #listener: LoadEvents | null = null;
  /** What is built now, or was built last. */
  #setup = '';
  /** What happened while another analyser was built beside this one. */
  #ofSuccessor: Notice | null = null;
  /** What happened to it between runs: the next run tells. */
  #unsaid: Notice | null = null;

  constructor(spawn: () => WorkerPort, readySetup: ReadySetup) {
    this.#readySetup = readySetup;
    this.#supervisor = new AnalyserSupervisor(
      spawn,
      this.#supervisorEvents(),
      () => !document.hidden,
    );
  }

  /** What was built last, with the backend that it runs on now; null before the first load. */
  get loaded(): LoadedReader | null {
    return this.#loaded;
  }

  /** How far the current load has come; a run may join one that is under way. */
  get progress(): Progress {
    return this.#progress;
  }

  /**
   * Builds the analyser before it is wanted, where an earlier visit has built the same one and left
   * its files on this device. Never rejects, and does not tell what fails: the next load finds out.
   */
  async prepare(setup: AnalyserSetup): Promise<void> {
    if (!this.#readySetup.is(setup)) return;
    this.#turnTo(setup);
    try {
      await this.#supervisor.load(setup);
    } catch {
      if (this.#listener !== null) return;
      this.#unsaid = null;
      // The next load has all its attempts.
      this.#supervisor.resetRestarts();
    }
  }

  /**
   * Builds another analyser while this one goes on; the next `load` of its setup takes it. Throws
   * what failed as a FailureError, or the signal's reason, and nothing has changed then.
   *
   * @param progress how far it has come
   */
  async buildBeside(
    setup: AnalyserSetup,
    progress: (progress: Progress) => void,
    signal: AbortSignal,
  ): Promise<void> {
    let ready = false;
    this.#ofSuccessor = null;
    const own = this.#supervisorEvents();
    await this.#supervisor.buildBeside(
      setup,
      {
        progress,
        notice: (notice, backend) => {
          // What happens to it before it is taken is told then.
          if (ready) own.notice(notice, backend);
          else this.#ofSuccessor = notice;
        },
      },
      signal,
    );
    ready = true;
  }

  /**
   * An analyser of this setup, ready for a new source; the one there is where it fits. Throws what
   * failed as a FailureError, or the signal's reason.
   *
   * @param events told of what happens to the analyser until the signal is aborted
   */
  async load(setup: AnalyserSetup, events: LoadEvents, signal: AbortSignal): Promise<void> {
    this.#turnTo(setup);
    this.#listenFor(events, signal);
    const loading = this.#supervisor.load(setup);
    // One that was begun in advance may have come as far.
    if (this.#supervisor.onlyLocates) events.locates();
    const loaded = await loading;
    signal.throwIfAborted();
    this.#loaded = loaded;
    this.#progress = NO_PROGRESS;
    this.#readySetup.remember(setup);
    if (this.#unsaid !== null) events.notice(this.#unsaid);
    this.#unsaid = null;
  }

  /** As `load`, while nothing runs that could tell its notices; later ones wait for the next run. */
  async loadUnheard(setup: AnalyserSetup, signal: AbortSignal): Promise<void> {
    const loading = new AbortController();
    try {
      await this.load(setup, UNHEARD, AbortSignal.any([signal, loading.signal]));
    } finally {
      loading.abort();
    }
  }

  /** Analyses one frame, which is handed over and closed. Throws what failed as a FailureError. */
  analyse(image: FrameImage, capturedAt: number, options: FrameOptions): Promise<Analysis> {
    return this.#supervisor.analyse(image, capturedAt, options);
  }

  /** As `Analyser.compare`; to be asked again after a `load`, which may build a new analyser. */
  compare(
    reader: ReaderSetup | null,
    progress: (progress: Progress) => void,
    signal: AbortSignal,
  ): Promise<LoadedReader | null> {
    return this.#supervisor.compare(reader, progress, signal);
  }

  /** As `Analyser.explain`. */
  explain(
    image: FrameImage,
    face: Face,
    reader: ReaderPlace,
    signal: AbortSignal,
  ): Promise<Explanation> {
    return this.#supervisor.explain(image, face, reader, signal);
  }

  /** Throws a broken analyser away where a new one may work; false where none is to be tried. */
  discard(error: unknown): boolean {
    if (!this.#supervisor.mayRebuild(failureOf(error))) return false;
    this.#supervisor.close();
    return true;
  }

  /** The visitor tries again: earlier breakdowns count no more. */
  resetRestarts(): void {
    this.#supervisor.resetRestarts();
  }

  /** Ends the worker. */
  close(): void {
    this.#supervisor.close();
  }

  /** What was not said yet of another analyser is of no interest any more. */
  #turnTo(setup: AnalyserSetup): void {
    const key = JSON.stringify(setup);
    if (key !== this.#setup) this.#unsaid = this.#ofSuccessor;
    this.#ofSuccessor = null;
    this.#setup = key;
  }

  #listenFor(events: LoadEvents, signal: AbortSignal): void {
    this.#listener = events;
    signal.addEventListener(
      'abort',
      () => {
        if (this.#listener === events) this.#listener = null;
      },
      { once: true },
    );
  }

  #supervisorEvents(): ConstructorParameters<typeof AnalyserSupervisor>[1] {
    return {
      progress: (progress) => {
        this.#progress = progress;
      },
      notice: (notice, backend) => {
        if (this.#loaded !== null) this.#loaded = { ...this.#loaded, backend };
        if (this.#listener !== null) this.#listener.notice(notice);
        else this.#unsaid = notice;
      },
      locates: () => {
        this.#listener?.locates();
      },
      restarted: () => {
        this.#listener?.notice({ kind: 'analyser-restarted' });
      },
    };
  }
}
