import type { Human } from '@vladmandic/human';
import type { Mode, Photos, Subject } from '../subjects.ts';
import { loadHuman } from './human-library.ts';
import type { Picture } from './scene.ts';
import { subjectOf, type Read, type Reader } from './subject.ts';

export interface PeerOptions {
  readonly photos: Photos;
  readonly mode: Mode;
}

class HumanReader implements Reader {
  readonly #mode: Mode;
  #human: Human | null = null;

  constructor(mode: Mode) {
    this.#mode = mode;
  }

  async load(): Promise<void> {
    this.#human = await loadHuman(this.#mode);
  }

  async read(picture: Picture): Promise<Read> {
    if (this.#human === null) throw new Error('The library is not loaded.');
    const started = performance.now();
    const { face } = await this.#human.detect(picture);
    const read = face.filter(({ emotion }) => (emotion?.length ?? 0) > 0);
    return { ms: performance.now() - started, faces: read.length };
  }
}

function openSubject({ photos, mode }: PeerOptions): Promise<Subject> {
  return subjectOf(new HumanReader(mode), photos);
}

Object.assign(globalThis, { openSubject });
