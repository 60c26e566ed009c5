import { failureOf, type Failure } from '../core/session/failure.ts';
import type { Engine, EngineEvents, LoadEngine } from './engine.ts';
import type { AnalyserRequest, AnalyserResponse } from './messages.ts';
import { TaskQueue } from './task-queue.ts';

type FrameRequest = Extract<AnalyserRequest, { type: 'frame' }>;
type Answer = (response: AnalyserResponse) => void;

/** Sends a response to the page, handing over what is in `transfer`. */
export type Post = (response: AnalyserResponse, transfer: Transferable[]) => void;

const NOT_LOADED: Failure = { kind: 'unexpected', reason: 'The analyser was not loaded.' };

/**
 * Translates messages into calls, one after the other. Every `load`, `frame` and `recover` gets
 * exactly one answer.
 */
export class AnalyserMessageHandler {
  readonly #load: LoadEngine;
  readonly #post: Post;
  readonly #unanswered = new Set<Answer>();
  readonly #queue = new TaskQueue();
  #engine: Engine | null = null;

  constructor(load: LoadEngine, post: Post) {
    this.#load = load;
    this.#post = post;
  }

  /** Settles once the request has been answered; never rejects. */
  async receive(request: AnalyserRequest): Promise<void> {
    switch (request.type) {
      case 'load':
        return this.#answer(async () => {
          this.#engine = await this.#load(request.setup, this.#events());
          const { backend, pack, packSha256 } = this.#engine;
          return { type: 'ready', backend, pack, packSha256 };
        });
      case 'frame':
        return this.#answer(() => this.#analyse(request));
      case 'recover':
        return this.#answer(async () => {
          if (this.#engine === null) return { type: 'failed', failure: NOT_LOADED };
          return { type: 'recovered', backend: await this.#engine.recover() };
        });
      case 'reset':
        return this.#queue.run(() => Promise.resolve(this.#engine?.reset()));
    }
  }

  /** An error nobody caught: whoever waits for an answer gets it, for no other may come. */
  crash(reason: string): void {
    for (const answer of this.#unanswered) {
      answer({ type: 'failed', failure: { kind: 'analyser-crashed', reason } });
    }
  }

  async #analyse({ image, capturedAt, options }: FrameRequest): Promise<AnalyserResponse> {
    if (this.#engine === null) {
      image.close();
      return { type: 'failed', failure: NOT_LOADED };
    }
    const analysis = await this.#engine.analyse({ image, capturedAt }, options);
    return { type: 'analysis', analysis };
  }

  async #answer(work: () => Promise<AnalyserResponse>): Promise<void> {
    const answer: Answer = (response) => {
      if (this.#unanswered.delete(answer)) this.#post(response, cropsOf(response));
    };
    this.#unanswered.add(answer);
    try {
      answer(await this.#queue.run(work));
    } catch (error) {
      answer({ type: 'failed', failure: failureOf(error) });
    }
  }

  #events(): EngineEvents {
    return {
      progress: (progress) => {
        this.#post({ type: 'progress', progress }, []);
      },
      notice: (notice, backend) => {
        this.#post({ type: 'notice', notice, backend }, []);
      },
    };
  }
}

function cropsOf(response: AnalyserResponse): Transferable[] {
  if (response.type !== 'analysis') return [];
  return response.analysis.faces.flatMap(({ crops }) =>
    crops.flatMap((crop) => {
      const buffer = crop?.data.buffer;
      return buffer instanceof ArrayBuffer ? [buffer] : [];
    }),
  );
}
