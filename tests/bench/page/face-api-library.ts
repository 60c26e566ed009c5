import type * as Library from '@vladmandic/face-api';

/** What its bundle of TensorFlow.js has and its types do not tell. */
interface Backends {
  setWasmPaths(folder: string): void;
  setBackend(name: string): Promise<boolean>;
  ready(): Promise<void>;
}

/** The detector's square input: it finds as many of the scene's faces as at its default, 416. */
const INPUT_SIZE = 320;

/** The library on WebAssembly, with its models loaded. */
export async function loadFaceApi(): Promise<typeof Library> {
  const library = await import('@vladmandic/face-api');
  const { nets, tf } = library;
  const backends = tf as unknown as Backends;
  backends.setWasmPaths('./assets/tfjs/');
  await backends.setBackend('wasm');
  await backends.ready();
  await Promise.all([
    nets.tinyFaceDetector.loadFromUri('./assets/face-api/'),
    nets.faceExpressionNet.loadFromUri('./assets/face-api/'),
  ]);
  return library;
}

/** All faces of a picture with their expressions. */
export function readExpressions(
  { detectAllFaces, TinyFaceDetectorOptions }: typeof Library,
  picture: HTMLCanvasElement | HTMLVideoElement,
) {
  const options = new TinyFaceDetectorOptions({ inputSize: INPUT_SIZE });
  return detectAllFaces(picture, options).withFaceExpressions();
}
