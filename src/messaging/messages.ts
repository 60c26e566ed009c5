import type { Failure } from '../core/session/failure.ts';

/** Tells requests apart; an answer has the id of its request. */
export interface Identified {
  readonly id: number;
}

/** To the worker: requests, and that the answer to one is no longer wanted. */
export type ToWorker<Request> = (Request & Identified) | ({ readonly type: 'cancel' } & Identified);

/** From the worker: any number of `progress`, then one answer or `failed`. */
export type FromWorker<Answer, Progress = never> =
  | (Answer & Identified)
  | ({ readonly type: 'progress'; readonly progress: Progress } & Identified)
  | ({ readonly type: 'failed'; readonly failure: Failure } & Identified);
