import { failureOf, FailureError } from '../core/session/failure.ts';
import { FaceFinder } from './face-finder.ts';
import type { FaceSearch, MediaPipeFiles } from './mediapipe.ts';
import type { DetectorRequest, DetectorResponse, Search } from './messages.ts';

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
  readonly #post: Post;
  #finder: FaceFinder | null = null;

  constructor(open: OpenFaceSearch, post: Post) {
    this.#open = open;
    this.#post = post;
  }

  /** Settles once the request has been answered; never rejects. */
  async receive(request: DetectorRequest): Promise<void> {
    try {
      const response = await this.#answer(request);
      this.#post(response, response.type === 'found' ? [response.memory] : []);
    } catch (error) {
      this.#post({ type: 'failed', failure: failureOf(error) }, []);
    }
  }

  async #answer(request: DetectorRequest): Promise<DetectorResponse> {
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
