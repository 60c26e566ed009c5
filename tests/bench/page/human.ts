import type { Config, Human } from '@vladmandic/human';
import type { Mode, Photos, Subject } from '../subjects.ts';
import type { Picture } from './scene.ts';
import { subjectOf, type Read, type Reader } from './subject.ts';

export interface PeerOptions {
  readonly photos: Photos;
  readonly mode: Mode;
}

const OFF = { enabled: false };

/** Detector and emotion alone, on WebAssembly, for up to four faces. */
const CONFIG: Partial<Config> = {
  backend: 'wasm',
  wasmPath: './assets/tfjs/',
  modelBasePath: './assets/human/',
  warmup: 'none',
  face: {
    enabled: true,
    detector: { maxDetected: 4 },
    emotion: { enabled: true },
    mesh: OFF,
    iris: OFF,
    attention: OFF,
    description: OFF,
    antispoof: OFF,
    liveness: OFF,
  },
  body: OFF,
  hand: OFF,
  object: OFF,
  segmentation: OFF,
  gesture: OFF,
};

const UNCACHED: Partial<Config> = { cacheSensitivity: 0, filter: OFF };

class HumanReader implements Reader {
  readonly #mode: Mode;
  #human: Human | null = null;

  constructor(mode: Mode) {
    this.#mode = mode;
  }

  async load(): Promise<void> {
    const { default: Library } = await import('@vladmandic/human');
    this.#human = new Library({ ...CONFIG, ...(this.#mode === 'every' ? UNCACHED : {}) });
    await this.#human.load();
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
