import type { Detection } from '../../core/tracking/face.ts';
import type { Picture } from '../picture/picture.ts';
import type { Detector } from './detector.ts';
import type { MediaPipeFiles } from '../../detector/mediapipe.ts';
import type { DetectorAnswer, DetectorRequest } from '../../detector/messages.ts';
import { RequestBridge, type WorkerPort } from '../../messaging/request-bridge.ts';

/** The network's own input is smaller still; more pixels only cost time. */
const LONGEST_SIDE = 320;

/**
 * The detector in a worker of its own: it starts while the model does, and may search one frame
 * while the model reads it. Asked one thing at a time.
 */
export class RemoteDetector implements Detector {
  readonly #bridge: RequestBridge<DetectorRequest, DetectorAnswer>;
  /** The last image's, for the next. */
  #memory: ArrayBuffer | null = null;

  constructor(worker: WorkerPort) {
    const accepts = (_: DetectorRequest, open: readonly DetectorRequest[]) => open.length === 0;
    this.#bridge = new RequestBridge(worker, { name: 'detector', accepts });
  }

  /** Throws what failed as a FailureError. */
  async open(files: MediaPipeFiles): Promise<void> {
    const transfer = [files.program, files.model.buffer];
    await this.#bridge.ask({ type: 'open', files }, 'opened', { transfer });
  }

  async detect(picture: Picture): Promise<readonly Detection[]> {
    // Its pixels alone: an ImageData would be copied, whatever is transferred.
    const { data, width, height } = picture.shrunk(LONGEST_SIDE, this.#memory);
    this.#memory = null;
    const search = { image: { data, width, height }, picture: picture.size };
    const { faces, memory } = await this.#bridge.ask({ type: 'search', search }, 'found', {
      transfer: [data.buffer],
    });
    this.#memory = memory;
    return faces;
  }

  close(): void {
    this.#bridge.close({ kind: 'analyser-crashed', reason: 'closed' });
  }
}
