import type { UnavailableReason } from '../core/reading/analysis.ts';

/** A frame of a clip was not read: what there is of the clip is no result. */
export class ModelUnavailableError extends Error {
  override readonly name = 'ModelUnavailableError';
  readonly reason: UnavailableReason;

  constructor(reason: UnavailableReason) {
    super(`The model was not available: ${reason}.`);
    this.reason = reason;
  }
}
