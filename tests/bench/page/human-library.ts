import type { Config, Human } from '@vladmandic/human';
import type { Mode } from '../subjects.ts';

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

/** The library with its models loaded. */
export async function loadHuman(mode: Mode): Promise<Human> {
  const { default: Library } = await import('@vladmandic/human');
  const human = new Library({ ...CONFIG, ...(mode === 'every' ? UNCACHED : {}) });
  await human.load();
  return human;
}
