import { parseArgs } from 'node:util';

/** What can be measured alone. */
export const PARTS = [
  'frames',
  'first-reading',
  'first-visit',
  'transferred',
  'memory',
  'live',
  'phone',
  'long-tasks',
  'processor',
  'evaluation-speed',
  'evaluation-memory',
  'pack-switches',
  'gpu',
] as const;

export type Part = (typeof PARTS)[number];

/** Measured where it is asked for: most machines that measure have no GPU. */
const ASKED_FOR: readonly Part[] = ['gpu'];

/** The parts of which ratios are committed. */
const CHECKED: readonly Part[] = ['frames'];

export interface Options {
  /** Few rounds and frames: to see whether it works, not for figures. */
  readonly quick: boolean;
  /** Adds our reader on WebGPU. */
  readonly webgpu: boolean;
  /** A software GPU will do for the part `gpu`: to see whether it works, not for figures. */
  readonly software: boolean;
  /** The folder of another build of the page, which takes the libraries' place; null for none. */
  readonly against: string | null;
  /** Fail where a ratio is worse than the committed one by more than a tenth. */
  readonly check: boolean;
  /** In the order in which they are measured. */
  readonly parts: readonly Part[];
}

function partsNamed(only: readonly string[] | undefined): readonly Part[] {
  if (only === undefined) return PARTS.filter((part) => !ASKED_FOR.includes(part));
  const unknown = only.find((name) => !PARTS.some((part) => part === name));
  if (unknown === undefined) return PARTS.filter((part) => only.includes(part));
  throw new TypeError(`There is no part "${unknown}": choose of ${PARTS.join(', ')}.`);
}

/** @throws TypeError where an option or a part is not known. */
export function parseOptions(words: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...words],
    options: {
      quick: { type: 'boolean', default: false },
      webgpu: { type: 'boolean', default: false },
      software: { type: 'boolean', default: false },
      against: { type: 'string' },
      check: { type: 'boolean', default: false },
      only: { type: 'string', multiple: true },
    },
  });
  const { quick, webgpu, software, against = null, check, only } = values;
  if (check && (quick || against !== null)) {
    throw new TypeError('--check needs a full run against the libraries.');
  }
  const parts = check && only === undefined ? CHECKED : partsNamed(only);
  return { quick, webgpu, software, against, check, parts };
}
