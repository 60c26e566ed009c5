import type { Analysis } from '../core/analysis.ts';
import type { Backend } from '../core/backend.ts';
import { FailureError } from '../core/failure.ts';
import type { Notice } from '../core/notice.ts';
import type { ModelPack } from '../core/pack/schema.ts';
import type { Progress } from '../core/session.ts';
import type {
  AnalyserRequest,
  AnalyserResponse,
  AnalyserSetup,
  FrameImage,
  FrameOptions,
} from '../pipeline/messages.ts';
import { Watchdog } from './watchdog.ts';

/** No sign of life while loading; downloads report a stall themselves, sooner. */
const LOAD_SILENCE_S = 60;
const FRAME_SILENCE_S = 5;

export interface Loaded {
  readonly backend: Backend;
  readonly pack: ModelPack;
}

export interface AnalyserEvents {
  progress(progress: Progress): void;
  notice(notice: Notice, backend: Backend): void;
}

/** The part of a Worker that is used, so that a test can stand in for one. */
export type WorkerPort = Pick<Worker, 'postMessage' | 'terminate' | 'onmessage' | 'onerror'>;

interface Pending {
  readonly type: 'load' | 'frame';
  resolve(response: AnalyserResponse): void;
  reject(error: FailureError): void;
}

/** One worker and what is asked of it: one question at a time, each answered, failed or given up on. */
export class Analyser {
  readonly #worker: WorkerPort;
  readonly #events: AnalyserEvents;
  readonly #watchdog: Watchdog;
  #pending: Pending | null = null;
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

  get dead(): boolean {
    return this.#dead !== null;
  }

  /** Builds detector, encoder and head. Throws what failed as a FailureError. */
  async load(setup: AnalyserSetup): Promise<Loaded> {
    const answer = await this.#ask({ type: 'load', setup }, [], LOAD_SILENCE_S);
    if (answer.type !== 'ready') throw this.#outOfTurn(answer);
    return answer;
  }

  /** Analyses one frame, which is handed over and closed. Throws what failed as a FailureError. */
  async analyse(image: FrameImage, capturedAt: number, options: FrameOptions): Promise<Analysis> {
    const request = { type: 'frame', image, capturedAt, options } as const;
    const answer = await this.#ask(request, [image], FRAME_SILENCE_S);
    if (answer.type !== 'analysis') throw this.#outOfTurn(answer);
    return answer.analysis;
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
      const refusal = this.#dead ?? (this.#pending === null ? null : this.#busy());
      if (refusal !== null) {
        for (const image of transfer) image.close();
        reject(refusal);
        return;
      }
      this.#pending = { type: request.type, resolve, reject };
      this.#listen(silence);
      this.#post(request, transfer);
    });
  }

  #post(request: AnalyserRequest, transfer: FrameImage[]): void {
    this.#worker.postMessage(request, transfer);
  }

  #listen(seconds: number): void {
    this.#watchdog.watch(seconds, () => {
      this.#die({ kind: 'analyser-silent', seconds });
    });
  }

  #receive(response: AnalyserResponse): void {
    switch (response.type) {
      case 'progress':
        if (this.#pending?.type === 'load') this.#listen(LOAD_SILENCE_S);
        this.#events.progress(response.progress);
        return;
      case 'notice':
        this.#events.notice(response.notice, response.backend);
        return;
      case 'ready':
      case 'analysis':
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
    const pending = this.#pending;
    this.#pending = null;
    this.#watchdog.rest();
    if (pending !== null) answer(pending);
  }

  #die(failure: FailureError['failure']): void {
    if (this.#dead !== null) return;
    const error = new FailureError(failure);
    this.#dead = error;
    this.#worker.terminate();
    this.#settle((pending) => {
      pending.reject(error);
    });
  }

  #busy(): FailureError {
    return new FailureError({
      kind: 'unexpected',
      reason: 'The analyser was asked twice at once.',
    });
  }

  #outOfTurn(answer: AnalyserResponse): FailureError {
    return new FailureError({
      kind: 'unexpected',
      reason: `The analyser answered ${answer.type}.`,
    });
  }
}
