import type { Explanation } from '../core/explain/explanation.ts';
import type { Face } from '../core/tracking/face.ts';
import { isHeavy } from '../core/pack/heavy.ts';
import type { Analysis, FaceOutput } from '../core/reading/analysis.ts';
import type { Backend } from '../core/session/backend.ts';
import type { Notice } from '../core/session/notice.ts';
import type { Progress } from '../core/session/session.ts';
import type {
  AnalyserAnswer,
  AnalyserEvent,
  AnalyserRequest,
  AnalyserSetup,
  FrameImage,
  FrameOptions,
  LoadedReader,
  NetworkRun,
  Purpose,
  ReaderPlace,
} from '../analyser/messages.ts';
import type { ReaderSetup } from '../core/pack/reader-setup.ts';
import { RequestBridge, type WorkerPort } from '../messaging/request-bridge.ts';
import { Watchdog } from './watchdog.ts';

/** For how many seconds a worker may be silent; downloads report a stall themselves, sooner. */
const SILENCE_S = {
  load: 60,
  recover: 60,
  frame: 5,
  finish: 60,
  compare: 60,
  explain: 60,
  run: 60,
} as const;
/** One is analysed, one waits behind it: more would only be older when their turn comes. */
const MOST_FRAMES = 2;

export interface AnalyserEvents {
  progress(progress: Progress): void;
  notice(notice: Notice, backend: Backend): void;
  /** Frames may be analysed before the load is over: their faces are found, and not read yet. */
  locates?(): void;
}

/** A frame of an evaluation waits for a pack that takes as long as no camera's frame would. */
const HEAVY_FRAME_S = 300;

const NO_SECOND = { key: JSON.stringify(null), reader: null };

/** One analysing worker: what is asked of it, and the watch over its silence. */
export class Analyser {
  readonly #bridge: RequestBridge<AnalyserRequest, AnalyserAnswer, Progress, AnalyserEvent>;
  readonly #watchdog: Watchdog;
  #loaded: LoadedReader | null = null;
  #locates = false;
  #purpose: Purpose = 'live';
  /** What a second reader was last asked to be, and what it is. */
  #second: { readonly key: string; readonly reader: LoadedReader | null } = NO_SECOND;
  /** Hears how far the second reader is. */
  #comparing: (progress: Progress) => void = () => undefined;

  constructor(worker: WorkerPort, events: AnalyserEvents, visible: () => boolean) {
    this.#watchdog = new Watchdog(visible);
    this.#bridge = new RequestBridge(worker, {
      name: 'analyser',
      accepts: (request, open) => accepts(request, this.#locates ? withoutLoad(open) : open),
      progress: (progress, { type }) => {
        if (type === 'load') events.progress(progress);
        if (type === 'compare') this.#comparing(progress);
      },
      event: (event) => {
        if (event.type === 'locates') {
          this.#locates = true;
          events.locates?.();
          return;
        }
        const { notice, backend } = event;
        if (this.#loaded !== null) this.#loaded = { ...this.#loaded, backend };
        events.notice(notice, backend);
      },
      alive: (oldest) => {
        this.#watch(oldest);
      },
    });
  }

  /** What was loaded, with the backend it runs on now; null before that. */
  get loaded(): LoadedReader | null {
    return this.#loaded;
  }

  /** Whether frames may be analysed although it is still being loaded. */
  get onlyLocates(): boolean {
    return this.#locates && this.#loaded === null;
  }

  get dead(): boolean {
    return this.#bridge.dead;
  }

  /** Builds detector, encoder and head. Throws what failed as a FailureError. */
  async load(setup: AnalyserSetup): Promise<LoadedReader> {
    this.#purpose = setup.purpose;
    this.#loaded = await this.#bridge.ask({ type: 'load', setup }, 'ready');
    return this.#loaded;
  }

  /** Analyses one frame, which is handed over and closed. Throws what failed as a FailureError. */
  async analyse(image: FrameImage, capturedAt: number, options: FrameOptions): Promise<Analysis> {
    const request = { type: 'frame', image, capturedAt, options } as const;
    return (await this.#bridge.ask(request, 'analysis', { transfer: [image] })).analysis;
  }

  /** Has what is left of a video's frames read, once the last of them is analysed. Throws FailureErrors. */
  async finish(): Promise<readonly FaceOutput[]> {
    return (await this.#bridge.ask({ type: 'finish' }, 'finished')).outputs;
  }

  /**
   * Waits until the model can read, which it cannot while it is rebuilt, and says where it runs then.
   * Throws a FailureError where it could not be rebuilt.
   */
  async recover(signal: AbortSignal): Promise<Backend> {
    return (await this.#bridge.ask({ type: 'recover' }, 'recovered', { signal })).backend;
  }

  /**
   * Has the faces of each frame read by a second reader as well, in place of any before; null for
   * none. Frames may be analysed while it loads. Throws what failed as a FailureError.
   */
  async compare(
    reader: ReaderSetup | null,
    progress: (progress: Progress) => void,
    signal: AbortSignal,
  ): Promise<LoadedReader | null> {
    const key = JSON.stringify(reader);
    if (key === this.#second.key) return this.#second.reader;
    this.#comparing = progress;
    // Whatever becomes of it, the one before may be gone.
    this.#second = { key: '', reader: null };
    const answer = await this.#bridge.ask({ type: 'compare', reader }, 'compared', { signal });
    this.#second = { key, reader: answer.reader };
    return answer.reader;
  }

  /**
   * Finds out what a reader's probabilities for a face depend on, while frames are analysed. The
   * picture is handed over; the face is in its pixels. Throws what failed as a FailureError.
   */
  async explain(
    image: FrameImage,
    face: Face,
    reader: ReaderPlace,
    signal: AbortSignal,
  ): Promise<Explanation> {
    const request = { type: 'explain', image, face, reader } as const;
    return (await this.#bridge.ask(request, 'explained', { transfer: [image], signal }))
      .explanation;
  }

  /** What a network computes; no `load` is needed. Throws what failed as a FailureError. */
  async run(run: NetworkRun): Promise<readonly Float32Array[]> {
    return (await this.#bridge.ask({ type: 'run', run }, 'ran')).outputs;
  }

  /** Forgets the tracked faces: the next frame comes from another source. */
  reset(): void {
    this.#bridge.tell({ type: 'reset' });
  }

  close(): void {
    this.#bridge.close({ kind: 'analyser-crashed', reason: 'closed' });
  }

  /** Live, no frame waits for a heavy pack. */
  #silence(request: AnalyserRequest): number {
    const heavy = this.#purpose === 'evaluation' && this.#loaded && isHeavy(this.#loaded.pack);
    return heavy && waitsFor(request) ? HEAVY_FRAME_S : SILENCE_S[request.type];
  }

  /** From now on the worker may be silent for as long as its next answer may take. */
  #watch(oldest: AnalyserRequest | null): void {
    if (oldest === null) {
      this.#watchdog.rest();
      return;
    }
    const seconds = this.#silence(oldest);
    this.#watchdog.watch(seconds, () => {
      this.#bridge.close({ kind: 'analyser-silent', seconds });
    });
  }
}

function waitsFor({ type }: AnalyserRequest): boolean {
  return type === 'frame' || type === 'finish';
}

/** What is worked on beside all else, one of each at a time. */
function isBeside({ type }: AnalyserRequest): boolean {
  return type === 'compare' || type === 'explain';
}

/** Whoever finds faces already takes frames while it is loaded. */
function withoutLoad(open: readonly AnalyserRequest[]): readonly AnalyserRequest[] {
  return open.filter(({ type }) => type !== 'load');
}

/** A frame may wait behind another one; nothing else waits. */
function accepts(request: AnalyserRequest, open: readonly AnalyserRequest[]): boolean {
  const { type } = request;
  if (isBeside(request)) return open.every((other) => other.type !== type);
  const inTurn = open.filter((other) => !isBeside(other));
  if (inTurn.length === 0) return true;
  const onlyFrames = type === 'frame' && inTurn.every((other) => other.type === 'frame');
  return onlyFrames && inTurn.length < MOST_FRAMES;
}
