import { Analyser } from '../../../src/client/analyser-client.ts';
import type { AnalyserSetup, FrameOptions } from '../../../src/analyser/messages.ts';
import type { Logits } from '../../../src/core/blemore/emotions.ts';
import type { Keypoints } from '../../../src/core/tracking/face.ts';
import { captureElement } from '../../../src/sources/capture-element.ts';
import { sumUnits } from '../../../src/sources/drawn/action-units.ts';
import { drawFace } from '../../../src/sources/drawn/draw-face.ts';
import { idleAt } from '../../../src/sources/drawn/idle.ts';
import { LOOKS } from '../../../src/sources/drawn/looks.ts';
import { unitsOf } from '../../../src/sources/drawn/prototypes.ts';
import { keptParts } from '../../../src/sources/drawn/still-parts.ts';
import type { Shot } from '../shots.ts';

export interface ReadOptions {
  /** The built page's own worker. */
  readonly workerUrl: string;
  readonly setup: AnalyserSetup;
  /** Null for pictures that have nothing to do with each other; else how many a second there are. */
  readonly fps: number | null;
}

/** What was read of one picture; null where there is no face, or it is not read. */
export type Read = {
  /** The tracker's. */
  readonly face: number;
  readonly keypoints: Keypoints;
  readonly logits: Logits;
  /** What the encoder was given, in 0..255. */
  readonly crop: readonly number[];
} | null;

/** As the page draws it. */
const SIZE = { width: 1280, height: 720 };
const FILM: FrameOptions = { detection: 'unsure', everyone: false, crops: true };
const STILL: FrameOptions = { ...FILM, detection: 'always' };

/** Runs in a browser: what the page's own worker reads of the primary face of each picture. */
export async function readShots(
  { workerUrl, setup, fps }: ReadOptions,
  shots: readonly Shot[],
): Promise<readonly Read[]> {
  const worker = new Worker(workerUrl, { type: 'module' });
  const silent = () => undefined;
  const analyser = new Analyser(worker, { progress: silent, notice: silent }, () => true);
  try {
    await analyser.load(setup);
    const draw = drawing();
    const found: Read[] = [];
    for (const shot of shots) {
      if (fps === null) analyser.reset();
      const image = await captureElement(draw(shot));
      const at = (1000 * found.length) / (fps ?? 1);
      const { faces } = await analyser.analyse(image, at, fps === null ? STILL : FILM);
      const primary = faces.find((face) => face.primary);
      const [output, crop] = [primary?.outputs[0], primary?.crops[0]];
      found.push(
        primary && output?.kind === 'read' && crop
          ? {
              face: primary.face.id,
              keypoints: primary.face.keypoints,
              logits: output.logits,
              crop: Array.from(crop.data, Math.round),
            }
          : null,
      );
    }
    return found;
  } finally {
    analyser.close();
  }
}

function drawing(): (shot: Shot) => HTMLCanvasElement {
  const canvas = Object.assign(document.createElement('canvas'), SIZE);
  const context = canvas.getContext('2d', { alpha: false });
  if (context === null) throw new Error('there is no canvas to draw on');
  const still = keptParts(SIZE);
  return ({ look, shares, idle }) => {
    if (look === null) {
      context.fillStyle = 'slategrey';
      context.fillRect(0, 0, SIZE.width, SIZE.height);
      return canvas;
    }
    const units = sumUnits([
      [1, unitsOf(shares)],
      [1, idleAt(idle)],
    ]);
    drawFace(context, SIZE, { look: LOOKS[look]!, units }, still);
    return canvas;
  };
}
