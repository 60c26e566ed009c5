import { FailureError } from '../../core/session/failure.ts';
import { RequestAnswers } from '../../messaging/request-answers.ts';
import type { ReadEvents } from '../../packs/download/file-source.ts';
import type { Networks } from '../networks/network.ts';
import type {
  BesideAnswer,
  BesideMessage,
  BesideProgress,
  BesideRequest,
  BesideResponse,
  BesideSetup,
} from './messages.ts';

export type OpenBeside = (
  setup: BesideSetup,
  events: ReadEvents,
) => Promise<Omit<Networks, 'cropper'>>;

/** Translates messages into calls of one pack's networks. Every request gets exactly one answer. */
export class BesideMessageHandler {
  readonly #open: OpenBeside;
  readonly #answers: RequestAnswers<BesideAnswer, BesideProgress>;
  #networks: Omit<Networks, 'cropper'> | null = null;

  constructor(open: OpenBeside, post: (response: BesideResponse) => void) {
    this.#open = open;
    this.#answers = new RequestAnswers<BesideAnswer, BesideProgress>(post);
  }

  /** Settles once the request has been answered; never rejects. */
  async receive(message: BesideMessage): Promise<void> {
    if (message.type === 'cancel') this.#answers.cancel(message.id);
    else {
      await this.#answers.answer(message.id, ({ signal, progress }) =>
        this.#answer(message, { signal, received: progress }),
      );
    }
  }

  async #answer(request: BesideRequest, events: ReadEvents): Promise<BesideAnswer> {
    if (request.type === 'open') {
      this.#networks = await this.#open(request.setup, events);
      return { type: 'opened', backend: this.#networks.backend };
    }
    const network = request.type === 'encode' ? this.#networks?.encoder : this.#networks?.head;
    if (network === undefined || network === null) {
      throw new FailureError({ kind: 'unexpected', reason: `Nothing is open to ${request.type}.` });
    }
    return { type: 'computed', output: await network.run(request.input, request.dims) };
  }
}
