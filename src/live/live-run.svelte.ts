import type { AnalyserSetup, FrameOptions } from '../analyser/messages.ts';
import { failureOf, type Failure } from '../core/session/failure.ts';
import type { Notice } from '../core/session/notice.ts';
import type { Session, SourceKind } from '../core/session/session.ts';
import type { Settings } from '../core/session/settings.ts';
import type { FrameSource } from '../sources/source.ts';
import type { Beside } from './beside.svelte.ts';
import { runFrameLoop } from './frame-loop.ts';
import type { LiveAnalyser } from './live-analyser.svelte.ts';
import { LiveReadings } from './live-readings.svelte.ts';
import type { Pace } from './pace.ts';
import { openWatched, type OpenSource } from './open-watched.ts';
import { sessionOf, type Phase } from './phase.ts';

/** A page clock this much earlier than before was set back; what is less is rounding. */
const CLOCK_FELL_MS = 1000;

export interface RunParts {
  readonly kind: SourceKind;
  readonly open: OpenSource;
  readonly analyser: LiveAnalyser;
  readonly beside: Beside;
  readonly settings: { readonly current: Settings };
  /** What the analyser is to be built of, by the present settings. */
  readonly setup: () => AnalyserSetup;
  /** Turns to another pack where this one failed, and says so; null where there is none to turn to. */
  readonly fallBack: (failure: Failure) => Notice | null;
  readonly frameOptions: () => FrameOptions;
  readonly pace: Pace;
}

/** One source from its opening to its end, and what is read of it. Whoever made it closes it. */
export class LiveRun {
  readonly parts: RunParts;
  readonly readings = new LiveReadings();
  #phase = $state.raw<Phase>({ state: 'opening', long: false });
  #source = $state.raw<FrameSource | null>(null);
  #notice = $state.raw<Notice | null>(null);
  readonly #session = $derived.by(() => {
    const { kind, analyser } = this.parts;
    const loaded = this.#reads ? analyser.loaded : null;
    const source = this.#source?.info ?? null;
    return sessionOf(this.#phase, { kind, source, loaded, progress: analyser.progress });
  });

  readonly #closing = new AbortController();
  /** Aborted when another load takes over, and with the end of the run. */
  #loading = new AbortController();
  #stopLoop: (() => Promise<void>) | null = null;
  /** Settles once the analyser has no frame of this run. */
  #stopped = Promise.resolve();
  /** Whether the analyser is loaded, and reads; before, it may find faces. */
  #reads = $state.raw(false);
  /** When the newest frame was captured. */
  #newest = -Infinity;

  constructor(parts: RunParts) {
    this.parts = parts;
    const { signal } = this;
    document.addEventListener('visibilitychange', () => this.#followVisibility(), { signal });
  }

  get session(): Session {
    return this.#session;
  }
  /** Null before it is open, and after a failure. */
  get source(): FrameSource | null {
    return this.#source;
  }
  get notice(): Notice | null {
    return this.#notice;
  }
  /** Aborted when the run is closed. */
  get signal(): AbortSignal {
    return this.#closing.signal;
  }

  readonly #tell = (notice: Notice): void => {
    this.#notice = notice;
  };

  dismissNotice(): void {
    this.#notice = null;
  }

  /** Opens the source, builds the analyser and plays; settles when it plays or has failed. */
  async start(): Promise<void> {
    const { signal } = this;
    try {
      const source = await openWatched(this.parts.open, signal, () => {
        this.#phase = { state: 'opening', long: true };
      });
      this.#source = source;
      this.parts.beside.reports.begin(source);
      await this.#load(source);
    } catch (error) {
      if (!signal.aborted) this.#fail(error);
    }
  }

  /** Takes an analyser of the present settings, where the source is open. */
  async rebuild(): Promise<void> {
    if (this.#source !== null) await this.#load(this.#source);
  }

  /** Forgets all that was read, here and in the worker; the source goes on. */
  forget(): void {
    this.readings.forgetHistory();
    this.parts.beside.comparison.readings.forget();
    void this.rebuild();
  }

  /** Gives back the source at once. */
  close(): void {
    this.#closing.abort();
    this.#end();
  }

  async #load(source: FrameSource): Promise<void> {
    this.#pause();
    this.#loading.abort();
    const { signal } = (this.#loading = new AbortController());
    this.#phase = { state: 'loading' };
    this.#reads = false;
    this.parts.beside.interrupt();
    try {
      // An analyser that is closed with a frame in it closes the frame too late.
      await this.#stopped;
      signal.throwIfAborted();
      const locates = () => {
        if (!document.hidden && source.info.kind !== 'replay') this.#play(source);
      };
      await this.parts.analyser.load(this.parts.setup(), { notice: this.#tell, locates }, signal);
      this.#reads = true;
      void this.parts.beside.comparison.renew();
      this.#play(source);
    } catch (error) {
      if (!signal.aborted) await this.#fallBack(error, source);
    }
  }

  /** Goes on with another pack where this one failed; else the run ends. */
  async #fallBack(error: unknown, source: FrameSource): Promise<void> {
    const notice = this.parts.fallBack(failureOf(error));
    if (notice === null) {
      this.#fail(error);
      return;
    }
    this.#notice = notice;
    await this.#load(source);
  }

  /** Has frames analysed, unless they are already; while the model is loaded, faces are only found. */
  #play(source: FrameSource): void {
    if (this.#stopLoop !== null) return;
    if (document.hidden) {
      this.#phase = { state: 'waiting', reason: 'hidden' };
      return;
    }
    this.#phase = { state: 'running' };
    const { analyser, beside, frameOptions, pace, settings } = this.parts;
    const options = (at: number) => beside.reports.options(frameOptions(), at);
    this.#stopLoop = runFrameLoop(source, analyser, options, {
      frame: (capturedAt) => {
        const fell = capturedAt < this.#newest - CLOCK_FELL_MS;
        this.#newest = capturedAt;
        if (!this.#reads) return;
        // The page's clock fell: nothing can be continued that was read by it.
        if (fell) this.forget();
        else this.readings.offered();
      },
      isDue: (at) => (this.#reads ? pace.isDue(at) : pace.isDueToLocate(at)),
      keepsPicture: () => this.#reads && beside.keepsPicture,
      analysed: (analysis, picture) => {
        // A frame on its way when the camera was unplugged is no longer what is there.
        if (this.#phase.state !== 'running') return;
        const pack = this.#reads ? analyser.loaded?.pack : undefined;
        if (pack === undefined) {
          this.readings.locate(analysis);
          return;
        }
        pace.analysed(analysis);
        this.readings.show(analysis, source.truth(), settings.current, pack, pace);
        beside.show(analysis, picture, this.readings, settings.current, pack);
      },
      failed: (error) => void this.#recover(error, source),
      lost: (reason) => {
        this.#clear();
        this.#phase = { state: 'waiting', reason };
        if (reason === 'unplugged') this.#notice = { kind: 'camera-unplugged' };
      },
      resumed: () => {
        const unplugged = this.#phase.state === 'waiting' && this.#phase.reason === 'unplugged';
        this.#phase = { state: 'running' };
        if (unplugged) this.#notice = { kind: 'camera-returned' };
      },
      notice: this.#tell,
    });
  }

  /** A broken worker is rebuilt and the source goes on; anything else ends the run. */
  async #recover(error: unknown, source: FrameSource): Promise<void> {
    // While the model is loaded, the load finds out.
    if (!this.#reads) return;
    if (!this.parts.analyser.discard(error)) return this.#fallBack(error, source);
    this.#notice = { kind: 'analyser-restarted' };
    await this.#load(source);
  }

  #fail(error: unknown): void {
    this.#end();
    this.#phase = { state: 'failed', failure: failureOf(error) };
  }

  #end(): void {
    this.#loading.abort();
    this.#pause();
    this.#source?.close();
    this.#source = null;
    this.#notice = null;
    this.parts.beside.reports.end();
  }

  /** Stops the flow of frames and keeps the source. */
  #pause(): void {
    if (this.#stopLoop !== null) this.#stopped = this.#stopLoop();
    this.#stopLoop = null;
    this.#clear();
  }

  /** There is no face any more. */
  #clear(): void {
    this.readings.clear();
    this.parts.beside.comparison.readings.clear();
  }

  /** A camera that is unplugged stays so for a hidden page, too; its source waits for it. */
  #followVisibility(): void {
    const source = this.#source;
    if (source === null) return;
    const phase = this.#phase;
    const reason = phase.state === 'waiting' ? phase.reason : null;
    if (document.hidden && (phase.state === 'running' || reason === 'no-picture')) {
      this.#pause();
      this.#phase = { state: 'waiting', reason: 'hidden' };
    } else if (!document.hidden && reason === 'hidden') {
      this.#play(source);
    }
  }
}
