import { cameraVideo, canvasOver, FrameCounter } from './camera-page.ts';
import { loadFaceApi, readExpressions } from './face-api-library.ts';

/** As the library's own demo for browsers: it draws what it has found, and looks again. */
const library = await loadFaceApi();
const video = await cameraVideo();
const canvas = canvasOver(video);
const counter = new FrameCounter(video);

type Faces = Awaited<ReturnType<typeof readExpressions>>;

function draw(faces: Faces): void {
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('there is no canvas to draw on');
  context.clearRect(0, 0, canvas.width, canvas.height);
  context.font = '20px sans-serif';
  context.fillStyle = context.strokeStyle = 'deepskyblue';
  context.lineWidth = 3;
  for (const { detection, expressions } of faces) {
    const { x, y, width, height } = detection.box;
    const [strongest] = expressions.asSortedArray();
    context.strokeRect(x, y, width, height);
    context.fillText(`${strongest?.expression ?? ''} ${strongest?.probability ?? 0}`, x, y - 5);
  }
}

async function detectAgain(): Promise<void> {
  const { frame } = counter;
  const faces = await readExpressions(library, video);
  counter.analysed(frame, faces.length);
  draw(faces);
  requestAnimationFrame(() => void detectAgain());
}

await detectAgain();
