import type { Analysis } from '../core/reading/analysis.ts';
import type { Backend } from '../core/session/backend.ts';
import type { Notice } from '../core/session/notice.ts';
import type { ModelPack } from '../core/pack/schema.ts';
import type { Progress } from '../core/session/session.ts';
import type {
  AnalyserAnswer,
  AnalyserEvent,
  AnalyserRequest,
  AnalyserSetup,
  FrameImage,
  FrameOptions,
} from '../analyser/messages.ts';
import { RequestBridge, type WorkerPort } from '../messaging/request-bridge.ts';
import { Watchdog } from './watchdog.ts';

/** For how many seconds a worker may be silent; downloads report a stall themselves, sooner. */
const SILENCE_S = { load: 60, recover: 60, frame: 5 } as const;
/** One is analysed, one waits behind it: more would only be older when their turn comes. */
const MOST_FRAMES = 2;

export interface Loaded {
  readonly backend: Backend;
  readonly pack: ModelPack;
  /** SHA-256 of the manifest that was read; null on an insecure origin. */
  readonly packSha256: string | null;
}

export interface AnalyserEvents {
  progress(progress: Progress): void;
  notice(notice: Notice, backend: Backend): void;
}

/** One analysing worker: what is asked of it, and the watch over its silence. */
export class Analyser {
  readonly #bridge: RequestBridge<AnalyserRequest, AnalyserAnswer, Progress, AnalyserEvent>;
  readonly #watchdog: Watchdog;
  #loaded: Loaded | null = null;

  constructor(worker: WorkerPort, events: AnalyserEvents, visible: () => boolean) {
    this.#watchdog = new Watchdog(visible);
    this.#bridge = new RequestBridge(worker, {
      name: 'analyser',
      accepts,
      progress: (progress, { type }) => {
        if (type === 'load') events.progress(progress);
      },
      event: ({ notice, backend }) => {
        if (this.#loaded !== null) this.#loaded = { ...this.#loaded, backend };
        events.notice(notice, backend);
      },
      alive: (oldest) => {
        this.#watch(oldest);
      },
    });
  }

  /** What was loaded, with the backend it runs on now; null before that. */
  get loaded(): Loaded | null {
    return this.#loaded;
  }

  get dead(): boolean {
    return this.#bridge.dead;
  }

  /** Builds detector, encoder and head. Throws what failed as a FailureError. */
  async load(setup: AnalyserSetup): Promise<Loaded> {
    this.#loaded = await this.#bridge.ask({ type: 'load', setup }, 'ready');
    return this.#loaded;
  }

  /** Analyses one frame, which is handed over and closed. Throws what failed as a FailureError. */
  async analyse(image: FrameImage, capturedAt: number, options: FrameOptions): Promise<Analysis> {
    const request = { type: 'frame', image, capturedAt, options } as const;
    return (await this.#bridge.ask(request, 'analysis', { transfer: [image] })).analysis;
  }

  /**
   * Waits until the model can read, which it cannot while it is rebuilt, and says where it runs then.
   * Throws a FailureError where it could not be rebuilt.
   */
  async recover(signal: AbortSignal): Promise<Backend> {
    return (await this.#bridge.ask({ type: 'recover' }, 'recovered', { signal })).backend;
  }

  /** Forgets the tracked faces: the next frame comes from another source. */
  reset(): void {
    this.#bridge.tell({ type: 'reset' });
  }

  close(): void {
    this.#bridge.close({ kind: 'analyser-crashed', reason: 'closed' });
  }

  /** From now on the worker may be silent for as long as its next answer may take. */
  #watch(oldest: AnalyserRequest | null): void {
    if (oldest === null) {
      this.#watchdog.rest();
      return;
    }
    const seconds = SILENCE_S[oldest.type];
    this.#watchdog.watch(seconds, () => {
      this.#bridge.close({ kind: 'analyser-silent', seconds });
    });
  }
}

/** A frame may wait behind another one; nothing else waits. */
function accepts({ type }: AnalyserRequest, open: readonly AnalyserRequest[]): boolean {
  if (open.length === 0) return true;
  const onlyFrames = type === 'frame' && open.every((other) => other.type === 'frame');
  return onlyFrames && open.length < MOST_FRAMES;
}
