import { FailureError, type Failure } from '../core/session/failure.ts';
import type { FromWorker, Identified } from './messages.ts';

/** The part of a Worker that is used, so that a test can stand in for one. */
export type WorkerPort = Pick<Worker, 'postMessage' | 'terminate' | 'onmessage' | 'onerror'>;

interface Typed {
  readonly type: string;
}

export interface BridgeOptions<Request extends Typed, Progress, Event> {
  /** What the worker is called in the reason of a failure. */
  readonly name: string;
  /** Whether another request may be sent, given those without an answer yet, oldest first. */
  readonly accepts: (request: Request, open: readonly Request[]) => boolean;
  /** Hears of the progress of a request that has no answer yet. */
  readonly progress?: (progress: Progress, request: Request) => void;
  /** Hears of what answers no request. */
  readonly event?: (event: Event) => void;
  /** Called after every request, answer and progress, with the oldest request without an answer. */
  readonly alive?: (oldest: Request | null) => void;
}

export interface AskOptions {
  /** Handed over to the worker; closed where the request is refused. */
  readonly transfer?: readonly Transferable[];
  /** Once aborted, the answer is not waited for any more, and the worker is told. */
  readonly signal?: AbortSignal;
}

interface Open<Request, Answer> {
  readonly request: Request;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: Error) => void;
}

/** The end of a worker's protocol that asks. Every request is answered, failed or given up on. */
export class RequestBridge<
  Request extends Typed,
  Answer extends Typed,
  Progress = never,
  Event extends Typed = never,
> {
  readonly #worker: WorkerPort;
  readonly #options: BridgeOptions<Request, Progress, Event>;
  /** By id, which is the order they were asked in. */
  readonly #open = new Map<number, Open<Request, Answer>>();
  #lastId = 0;
  /** Set once the worker can answer no more. */
  #dead: FailureError | null = null;

  constructor(worker: WorkerPort, options: BridgeOptions<Request, Progress, Event>) {
    this.#worker = worker;
    this.#options = options;
    worker.onmessage = ({ data }: MessageEvent<FromWorker<Answer, Progress> | Event>) => {
      this.#receive(data);
    };
    worker.onerror = (event) => {
      event.preventDefault();
      const reason = event.message || `The ${options.name} did not start.`;
      this.close({ kind: 'analyser-crashed', reason });
    };
  }

  get dead(): boolean {
    return this.#dead !== null;
  }

  /**
   * Resolves with the answer, which is of the type `expected`. Rejects with a FailureError where the
   * request is refused or fails, and with the signal's reason where that is aborted.
   */
  async ask<Type extends Answer['type']>(
    request: Request,
    expected: Type,
    { transfer = [], signal }: AskOptions = {},
  ): Promise<Extract<Answer, { readonly type: Type }>> {
    signal?.throwIfAborted();
    const answer = await this.#answerTo(request, transfer, signal);
    if (isOf(answer, expected)) return answer;
    throw unexpected(`The ${this.#options.name} answered ${answer.type}.`);
  }

  /** Posts what gets no answer. */
  tell(message: Typed): void {
    this.#worker.postMessage(message, []);
  }

  /** Ends the worker; what has no answer yet, and whatever is asked later, fails with `failure`. */
  close(failure: Failure): void {
    if (this.#dead !== null) return;
    this.#dead = new FailureError(failure);
    this.#worker.terminate();
    const open = [...this.#open.values()];
    this.#open.clear();
    this.#tellAlive();
    for (const { reject } of open) reject(this.#dead);
  }

  #answerTo(
    request: Request,
    transfer: readonly Transferable[],
    signal: AbortSignal | undefined,
  ): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const refusal = this.#dead ?? this.#tooMuch(request);
      if (refusal !== null) {
        closeAll(transfer);
        reject(refusal);
        return;
      }
      const id = ++this.#lastId;
      const cancel = () => {
        if (!this.#open.delete(id)) return;
        this.tell({ type: 'cancel', id } as Typed & Identified);
        this.#tellAlive();
        reject(signal?.reason as Error);
      };
      const end = () => {
        signal?.removeEventListener('abort', cancel);
      };
      signal?.addEventListener('abort', cancel);
      this.#open.set(id, {
        request,
        resolve: (answer) => {
          end();
          resolve(answer);
        },
        reject: (error) => {
          end();
          reject(error);
        },
      });
      this.#tellAlive();
      try {
        this.#worker.postMessage({ ...request, id }, [...transfer]);
      } catch (error) {
        closeAll(transfer);
        this.#settle(id, ({ reject: fail }) => {
          fail(error as Error);
        });
      }
    });
  }

  #tooMuch(request: Request): FailureError | null {
    const { accepts, name } = this.#options;
    const open = [...this.#open.values()].map((one) => one.request);
    return accepts(request, open) ? null : unexpected(`The ${name} was asked too much at once.`);
  }

  #receive(message: FromWorker<Answer, Progress> | Event): void {
    if (!('id' in message)) {
      this.#options.event?.(message);
      return;
    }
    if (isProgress(message)) {
      const open = this.#open.get(message.id);
      this.#tellAlive();
      if (open !== undefined) this.#options.progress?.(message.progress, open.request);
    } else if (isFailed(message)) {
      this.#settle(message.id, ({ reject }) => reject(new FailureError(message.failure)));
    } else {
      this.#settle(message.id, ({ resolve }) => resolve(message));
    }
  }

  /** An answer that is no longer wanted is passed over. */
  #settle(id: number, how: (open: Open<Request, Answer>) => void): void {
    const open = this.#open.get(id);
    if (open === undefined) return;
    this.#open.delete(id);
    this.#tellAlive();
    how(open);
  }

  #tellAlive(): void {
    const [oldest] = this.#open.values();
    this.#options.alive?.(oldest?.request ?? null);
  }
}

type Failed = Extract<FromWorker<Typed>, { readonly type: 'failed' }>;

function isOf<Answer extends Typed, Type extends Answer['type']>(
  answer: Answer,
  type: Type,
): answer is Extract<Answer, { readonly type: Type }> {
  return answer.type === type;
}

function isFailed(message: Typed): message is Failed & Typed {
  return message.type === 'failed';
}

function isProgress<Progress>(
  message: Typed | { readonly type: 'progress'; readonly progress: Progress },
): message is { readonly type: 'progress'; readonly progress: Progress } {
  return message.type === 'progress';
}

/** VideoFrames and bitmaps hold memory until they are closed; buffers do not. */
function closeAll(transfer: readonly Transferable[]): void {
  for (const one of transfer) if ('close' in one) void one.close();
}

function unexpected(reason: string): FailureError {
  return new FailureError({ kind: 'unexpected', reason });
}
