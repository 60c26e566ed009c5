import { cameraVideo, canvasOver, FrameCounter } from './camera-page.ts';
import { loadHuman } from './human-library.ts';

/** As the library's own demo for browsers: one loop detects, one draws, its caches are on. */
const DRAW_AGAIN_AFTER = 30;

const human = await loadHuman('shipped');
const video = await cameraVideo();
const canvas = canvasOver(video);
const counter = new FrameCounter(video);

async function detectAgain(): Promise<void> {
  const { frame } = counter;
  const { face } = await human.detect(video);
  counter.analysed(frame, face.filter(({ emotion }) => (emotion?.length ?? 0) > 0).length);
  requestAnimationFrame(() => void detectAgain());
}

async function drawAgain(): Promise<void> {
  const interpolated = human.next(human.result);
  const processed = await human.image(video);
  if (processed.canvas !== null) human.draw.canvas(processed.canvas, canvas);
  await human.draw.all(canvas, interpolated);
  setTimeout(() => void drawAgain(), DRAW_AGAIN_AFTER);
}

await detectAgain();
await drawAgain();
