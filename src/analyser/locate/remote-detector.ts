import type { Detection } from '../../core/tracking/face.ts';
import { FailureError } from '../../core/session/failure.ts';
import type { Picture } from '../picture/picture.ts';
import type { Detector } from './detector.ts';
import type { MediaPipeFiles } from '../../detector/mediapipe.ts';
import type { DetectorRequest, DetectorResponse } from '../../detector/messages.ts';

/** The network's own input is smaller still; more pixels only cost time. */
const LONGEST_SIDE = 320;

/** The part of a Worker that is used, so that a test can stand in for one. */
export type DetectorPort = Pick<Worker, 'postMessage' | 'terminate' | 'onmessage' | 'onerror'>;

type Answer<Type> = Extract<DetectorResponse, { type: Type }>;

interface Pending {
  resolve(response: DetectorResponse): void;
  reject(error: FailureError): void;
}

/**
 * The detector in a worker of its own: it starts while the model does, and may search one frame
 * while the model reads it. Asked one thing at a time.
 */
export class RemoteDetector implements Detector {
  readonly #worker: DetectorPort;
  #pending: Pending | null = null;
  /** The last image's, for the next. */
  #memory: ArrayBuffer | null = null;
  /** Set once the worker can answer no more. */
  #dead: FailureError | null = null;

  constructor(worker: DetectorPort) {
    this.#worker = worker;
    worker.onmessage = ({ data }: MessageEvent<DetectorResponse>) => {
      this.#receive(data);
    };
    worker.onerror = (event) => {
      event.preventDefault();
      const reason = event.message || 'The detector did not start.';
      this.#dead = new FailureError({ kind: 'analyser-crashed', reason });
      this.#pending?.reject(this.#dead);
    };
  }

  /** Throws what failed as a FailureError. */
  async open(files: MediaPipeFiles): Promise<void> {
    await this.#ask<'opened'>({ type: 'open', files }, [files.program, files.model.buffer]);
  }

  async detect(picture: Picture): Promise<readonly Detection[]> {
    // Its pixels alone: an ImageData would be copied, whatever is transferred.
    const { data, width, height } = picture.shrunk(LONGEST_SIDE, this.#memory);
    this.#memory = null;
    const search = { image: { data, width, height }, picture: picture.size };
    const { faces, memory } = await this.#ask<'found'>({ type: 'search', search }, [data.buffer]);
    this.#memory = memory;
    return faces;
  }

  close(): void {
    this.#worker.terminate();
  }

  #ask<Type>(request: DetectorRequest, transfer: Transferable[]): Promise<Answer<Type>> {
    return new Promise((resolve, reject) => {
      if (this.#dead !== null) {
        reject(this.#dead);
        return;
      }
      // The answer to a request is of its type, or a failure.
      this.#pending = { resolve: resolve as Pending['resolve'], reject };
      this.#worker.postMessage(request, transfer);
    });
  }

  #receive(response: DetectorResponse): void {
    const pending = this.#pending;
    this.#pending = null;
    if (response.type === 'failed') pending?.reject(new FailureError(response.failure));
    else pending?.resolve(response);
  }
}
