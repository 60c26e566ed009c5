import type { Analysis } from '../core/reading/analysis.ts';
import type { Backend } from '../core/session/backend.ts';
import { FailureError } from '../core/session/failure.ts';
import type { Notice } from '../core/session/notice.ts';
import type { ModelPack } from '../core/pack/schema.ts';
import type { Progress } from '../core/session/session.ts';
import type {
  AnalyserRequest,
  AnalyserResponse,
  AnalyserSetup,
  FrameImage,
  FrameOptions,
} from '../analyser/messages.ts';
import { Watchdog } from './watchdog.ts';

/** No sign of life while a model is built; downloads report a stall themselves, sooner. */
const LOAD_SILENCE_S = 60;
const FRAME_SILENCE_S = 5;
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

/** The part of a Worker that is used, so that a test can stand in for one. */
export type WorkerPort = Pick<Worker, 'postMessage' | 'terminate' | 'onmessage' | 'onerror'>;

interface Pending {
  readonly type: 'load' | 'frame' | 'recover';
  /** Seconds until silence means that the worker is dead. */
  readonly silence: number;
  resolve(response: AnalyserResponse): void;
  reject(error: FailureError): void;
}

/** One worker and what is asked of it: every question is answered, failed or given up on, in order. */
export class Analyser {
  readonly #worker: WorkerPort;
  readonly #events: AnalyserEvents;
  readonly #watchdog: Watchdog;
  /** In the order of their answers. */
  #pending: readonly Pending[] = [];
  #loaded: Loaded | null = null;
  /** Set once the worker can answer no more. */
  #dead: FailureError | null = null;

  constructor(worker: WorkerPort, events: AnalyserEvents, visible: () => boolean) {
    this.#worker = worker;
    this.#events = events;
    this.#watchdog = new Watchdog(visible);
    worker.onmessage = ({ data }: MessageEvent<AnalyserResponse>) => {
      this.#receive(data);
    };
    worker.onerror = (event) => {
      event.preventDefault();
      this.#die({ kind: 'analyser-crashed', reason: event.message });
    };
  }

  /** What was loaded, with the backend it runs on now; null before that. */
  get loaded(): Loaded | null {
    return this.#loaded;
  }

  get dead(): boolean {
    return this.#dead !== null;
  }

  /** Builds detector, encoder and head. Throws what failed as a FailureError. */
  async load(setup: AnalyserSetup): Promise<Loaded> {
    const answer = await this.#ask({ type: 'load', setup }, [], LOAD_SILENCE_S);
    if (answer.type !== 'ready') throw this.#outOfTurn(answer);
    this.#loaded = answer;
    return answer;
  }

  /** Analyses one frame, which is handed over and closed. Throws what failed as a FailureError. */
  async analyse(image: FrameImage, capturedAt: number, options: FrameOptions): Promise<Analysis> {
    const request = { type: 'frame', image, capturedAt, options } as const;
    const answer = await this.#ask(request, [image], FRAME_SILENCE_S);
    if (answer.type !== 'analysis') throw this.#outOfTurn(answer);
    return answer.analysis;
  }

  /**
   * Waits until the model can read, which it cannot while it is rebuilt, and says where it runs then.
   * Throws a FailureError where it could not be rebuilt.
   */
  async recover(): Promise<Backend> {
    const answer = await this.#ask({ type: 'recover' }, [], LOAD_SILENCE_S);
    if (answer.type !== 'recovered') throw this.#outOfTurn(answer);
    return answer.backend;
  }

  /** Forgets the tracked faces: the next frame comes from another source. */
  reset(): void {
    this.#post({ type: 'reset' }, []);
  }

  close(): void {
    this.#die({ kind: 'analyser-crashed', reason: 'closed' });
  }

  #ask(request: AnalyserRequest & Pick<Pending, 'type'>, transfer: FrameImage[], silence: number) {
    return new Promise<AnalyserResponse>((resolve, reject) => {
      const refusal = this.#dead ?? (this.#mayAsk(request.type) ? null : tooMuch());
      if (refusal !== null) {
        for (const image of transfer) image.close();
        reject(refusal);
        return;
      }
      this.#pending = [...this.#pending, { type: request.type, silence, resolve, reject }];
      this.#listen();
      this.#post(request, transfer);
    });
  }

  /** A frame may wait behind another one; nothing else waits. */
  #mayAsk(type: Pending['type']): boolean {
    if (this.#pending.length === 0) return true;
    const onlyFrames = type === 'frame' && this.#pending.every((open) => open.type === 'frame');
    return onlyFrames && this.#pending.length < MOST_FRAMES;
  }

  #post(request: AnalyserRequest, transfer: FrameImage[]): void {
    this.#worker.postMessage(request, transfer);
  }

  /** From now on the worker may be silent for as long as its next answer may take. */
  #listen(): void {
    const seconds = this.#pending[0]?.silence;
    if (seconds === undefined) {
      this.#watchdog.rest();
      return;
    }
    this.#watchdog.watch(seconds, () => {
      this.#die({ kind: 'analyser-silent', seconds });
    });
  }

  #receive(response: AnalyserResponse): void {
    switch (response.type) {
      case 'progress':
        this.#listen();
        if (this.#pending[0]?.type === 'load') this.#events.progress(response.progress);
        return;
      case 'notice':
        if (this.#loaded !== null) this.#loaded = { ...this.#loaded, backend: response.backend };
        this.#events.notice(response.notice, response.backend);
        return;
      case 'ready':
      case 'analysis':
      case 'recovered':
        this.#settle((pending) => {
          pending.resolve(response);
        });
        return;
      case 'failed':
        this.#settle((pending) => {
          pending.reject(new FailureError(response.failure));
        });
    }
  }

  #settle(answer: (pending: Pending) => void): void {
    const [first, ...others] = this.#pending;
    this.#pending = others;
    this.#listen();
    if (first !== undefined) answer(first);
  }

  #die(failure: FailureError['failure']): void {
    if (this.#dead !== null) return;
    const error = new FailureError(failure);
    this.#dead = error;
    this.#worker.terminate();
    const open = this.#pending;
    this.#pending = [];
    this.#listen();
    for (const pending of open) pending.reject(error);
  }

  #outOfTurn(answer: AnalyserResponse): FailureError {
    return new FailureError({
      kind: 'unexpected',
      reason: `The analyser answered ${answer.type}.`,
    });
  }
}

function tooMuch(): FailureError {
  return new FailureError({
    kind: 'unexpected',
    reason: 'The analyser was asked too much at once.',
  });
}
