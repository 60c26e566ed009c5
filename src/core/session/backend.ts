/** Where the networks run. */
export interface Backend {
  readonly kind: 'webgpu' | 'wasm';
  /** The adapter as the browser names it, e.g. "apple metal-3"; null on wasm. */
  readonly adapter: string | null;
}

/**
 * `auto`: on a hardware adapter whichever is faster, else wasm. `webgpu` accepts a software adapter.
 */
export type BackendChoice = 'auto' | 'webgpu' | 'wasm';

/** The detector's model: faces within about two metres, or small and far ones at twice the cost. */
export type DetectorRange = 'short' | 'full';
