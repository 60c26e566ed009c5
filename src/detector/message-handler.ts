import { FailureError } from '../core/session/failure.ts';
import { FaceFinder } from './face-finder.ts';
import type { FaceSearch, MediaPipeFiles } from './mediapipe.ts';
import { RequestAnswers } from '../messaging/request-answers.ts';
import type {
  DetectorAnswer,
  DetectorMessage,
  DetectorRequest,
  DetectorResponse,
  Search,
} from './messages.ts';

/** Nobody to be found. */
const BLANK: Search = {
  image: { data: new Uint8ClampedArray(4 * 320 * 240), width: 320, height: 240 },
  picture: { width: 320, height: 240 },
};

export type OpenFaceSearch = (files: MediaPipeFiles) => Promise<FaceSearch>;

/** Sends a response to the analyser, handing over what is in `transfer`. */
type Post = (response: DetectorResponse, transfer: Transferable[]) => void;

/** Translates messages into calls. Every request gets exactly one answer. */
export class DetectorMessageHandler {
  readonly #open: OpenFaceSearch;
  readonly #answers: RequestAnswers<DetectorAnswer>;
  #finder: FaceFinder | null = null;

  constructor(open: OpenFaceSearch, post: Post) {
    this.#open = open;
    this.#answers = new RequestAnswers((response) => {
      post(response, response.type === 'found' ? [response.memory] : []);
    });
  }

  /** Settles once the request has been answered; never rejects. */
  async receive(message: DetectorMessage): Promise<void> {
    if (message.type === 'cancel') this.#answers.cancel(message.id);
    else await this.#answers.answer(message.id, () => this.#answer(message));
  }

  async #answer(request: DetectorRequest): Promise<DetectorAnswer> {
    switch (request.type) {
      case 'open':
        this.#finder = await FaceFinder.create(() => this.#open(request.files));
        // The first search takes a quarter of a second; the model is still loading.
        await this.#finder.find(BLANK);
        return { type: 'opened' };
      case 'search': {
        if (this.#finder === null) throw notOpened();
        const { search } = request;
        const faces = await this.#finder.find(search);
        return { type: 'found', faces, memory: search.image.data.buffer };
      }
    }
  }
}

function notOpened(): FailureError {
  return new FailureError({ kind: 'unexpected', reason: 'The detector was not opened.' });
}
