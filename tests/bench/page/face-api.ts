import type * as Library from '@vladmandic/face-api';
import type { Subject } from '../subjects.ts';
import type { PeerOptions } from './human.ts';
import type { Picture } from './scene.ts';
import { subjectOf, type Read, type Reader } from './subject.ts';

/** What its bundle of TensorFlow.js has and its types do not tell. */
interface Backends {
  setWasmPaths(folder: string): void;
  setBackend(name: string): Promise<boolean>;
  ready(): Promise<void>;
}

/** The detector's square input: it finds as many of the scene's faces as at its default, 416. */
const INPUT_SIZE = 320;

class FaceApiReader implements Reader {
  #library: typeof Library | null = null;

  async load(): Promise<void> {
    this.#library = await import('@vladmandic/face-api');
    const { nets, tf } = this.#library;
    const backends = tf as unknown as Backends;
    backends.setWasmPaths('./assets/tfjs/');
    await backends.setBackend('wasm');
    await backends.ready();
    await Promise.all([
      nets.tinyFaceDetector.loadFromUri('./assets/face-api/'),
      nets.faceExpressionNet.loadFromUri('./assets/face-api/'),
    ]);
  }

  async read(picture: Picture): Promise<Read> {
    if (this.#library === null) throw new Error('The library is not loaded.');
    const { detectAllFaces, TinyFaceDetectorOptions } = this.#library;
    const started = performance.now();
    const options = new TinyFaceDetectorOptions({ inputSize: INPUT_SIZE });
    const faces = await detectAllFaces(picture, options).withFaceExpressions();
    return { ms: performance.now() - started, faces: faces.length };
  }
}

/** It caches nothing, so that both modes are one. */
function openSubject({ photos }: PeerOptions): Promise<Subject> {
  return subjectOf(new FaceApiReader(), photos);
}

Object.assign(globalThis, { openSubject });
