import { failureOf, type Failure } from '../core/session/failure.ts';
import type { FromWorker } from './messages.ts';

/** What a request may use while it is worked on. */
export interface RequestContext<Progress> {
  /** Aborted when the answer is no longer wanted. */
  readonly signal: AbortSignal;
  readonly progress: (progress: Progress) => void;
}

type Work<Answer, Progress> = (context: RequestContext<Progress>) => Promise<Answer>;

/** The end of a worker's protocol that answers: every request gets exactly one answer. */
export class RequestAnswers<Answer extends object, Progress = never> {
  readonly #post: (message: FromWorker<Answer, Progress>) => void;
  /** What has no answer yet. */
  readonly #open = new Map<number, AbortController>();

  constructor(post: (message: FromWorker<Answer, Progress>) => void) {
    this.#post = post;
  }

  /** Settles once the request has been answered; never rejects. */
  async answer(id: number, work: Work<Answer, Progress>): Promise<void> {
    const controller = new AbortController();
    this.#open.set(id, controller);
    const progress = (progress: Progress) => {
      if (this.#open.has(id)) this.#post({ type: 'progress', id, progress });
    };
    try {
      const answer = await work({ signal: controller.signal, progress });
      if (this.#open.delete(id)) this.#post({ ...answer, id });
    } catch (error) {
      this.#fail(id, failureOf(error));
    }
  }

  /** Nobody waits for this answer any more; the asking end passes over it. */
  cancel(id: number): void {
    this.#open.get(id)?.abort();
  }

  /** Fails every open request after an error that nobody caught: no other answer may follow. */
  crash(failure: Failure): void {
    for (const id of this.#open.keys()) this.#fail(id, failure);
  }

  #fail(id: number, failure: Failure): void {
    if (this.#open.delete(id)) this.#post({ type: 'failed', id, failure });
  }
}
