import { RemoteDetector } from './remote-detector.ts';

/** A detector whose worker starts now, and is still to be opened. */
export function spawnDetector(): RemoteDetector {
  // In one expression: bundlers look for it.
  const worker = new Worker(new URL('../../detector/worker.ts', import.meta.url), {
    type: 'module',
  });
  return new RemoteDetector(worker);
}
