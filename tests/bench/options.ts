import { parseArgs } from 'node:util';

export interface Options {
  /** Few rounds and frames: to see whether it works, not for figures. */
  readonly quick: boolean;
  /** Adds our reader on WebGPU. */
  readonly webgpu: boolean;
}

/** @throws TypeError where an option is not known. */
export function parseOptions(words: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...words],
    options: {
      quick: { type: 'boolean', default: false },
      webgpu: { type: 'boolean', default: false },
    },
  });
  return values;
}
