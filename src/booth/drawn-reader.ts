import type { AnalyserSetup } from '../analyser/messages.ts';
import { AnalyserSupervisor } from '../client/supervisor.ts';
import type { Logits } from '../core/blemore/emotions.ts';
import type { Size } from '../core/geometry/shapes.ts';
import type { WorkerPort } from '../messaging/request-bridge.ts';
import { drawFace } from '../sources/drawn/draw-face.ts';
import type { Pose } from '../sources/drawn/pose.ts';
import { keptParts } from '../sources/drawn/still-parts.ts';

const SIZE: Size = { width: 640, height: 480 };
/** Between two pictures, in milliseconds: nobody is followed from one to the next for longer. */
const APART_MS = 33;

const UNHEARD = {
  progress: () => undefined,
  notice: () => undefined,
  restarted: () => undefined,
};

/**
 * An analyser of its own that reads drawn faces, one at a time: the one that watches the camera
 * would take them for people in front of it. Whoever made it closes it.
 */
export class DrawnReader {
  readonly #supervisor: AnalyserSupervisor;
  readonly #canvas = new OffscreenCanvas(SIZE.width, SIZE.height);
  readonly #still = keptParts(SIZE);
  #at = 0;

  constructor(spawn: () => WorkerPort) {
    this.#supervisor = new AnalyserSupervisor(spawn, UNHEARD, () => !document.hidden);
  }

  /** Throws what failed as a FailureError. */
  async load(setup: AnalyserSetup): Promise<void> {
    await this.#supervisor.load(setup);
  }

  /** Logits of a pose; null where no face was found, or it is not read. Throws a FailureError. */
  async read(pose: Pose): Promise<Logits | null> {
    const context = this.#canvas.getContext('2d', { alpha: false });
    if (context === null) throw new Error('no 2D canvas');
    drawFace(context, SIZE, pose, this.#still);
    this.#at += APART_MS;
    const image = await createImageBitmap(this.#canvas);
    const options = { detection: 'always', everyone: false, crops: false } as const;
    const { faces } = await this.#supervisor.analyse(image, this.#at, options);
    const output = faces.find(({ primary }) => primary)?.outputs[0];
    return output?.kind === 'read' ? output.logits : null;
  }

  close(): void {
    this.#supervisor.close();
  }
}
