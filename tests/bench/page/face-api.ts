import type * as Library from '@vladmandic/face-api';
import type { Subject } from '../subjects.ts';
import { loadFaceApi, readExpressions } from './face-api-library.ts';
import type { PeerOptions } from './human.ts';
import type { Picture } from './scene.ts';
import { subjectOf, type Read, type Reader } from './subject.ts';

class FaceApiReader implements Reader {
  #library: typeof Library | null = null;

  async load(): Promise<void> {
    this.#library = await loadFaceApi();
  }

  async read(picture: Picture): Promise<Read> {
    if (this.#library === null) throw new Error('The library is not loaded.');
    const started = performance.now();
    const faces = await readExpressions(this.#library, picture);
    return { ms: performance.now() - started, faces: faces.length };
  }
}

/** It caches nothing, so that both modes are one. */
function openSubject({ photos }: PeerOptions): Promise<Subject> {
  return subjectOf(new FaceApiReader(), photos);
}

Object.assign(globalThis, { openSubject });
