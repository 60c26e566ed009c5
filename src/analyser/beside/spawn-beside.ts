/** A worker in which networks run, still to be opened. */
export function spawnBeside(): Worker {
  // In one expression: bundlers look for it.
  return new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
}
