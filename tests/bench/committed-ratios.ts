import type { Findings } from './report.ts';

/**
 * Ratios of the README's figures, of a quiet machine: what `--check` holds a run against. Each is a
 * median of five rounds. Written down with the README's figures, and by nothing else.
 */
export const COMMITTED: Findings['ratios'] = {
  'every/human/1/p50': 4.1,
  'every/human/2/p50': 4.4,
  'every/human/4/p50': 4.0,
  'every/face-api/1/p50': 5.4,
  'every/face-api/2/p50': 5.4,
  'every/face-api/4/p50': 4.8,
  'every/ours/4:1': 1.73,
  'shipped/human/1/p50': 8.5,
  'shipped/human/2/p50': 6.4,
  'shipped/human/4/p50': 4.6,
  'shipped/face-api/1/p50': 9.6,
  'shipped/face-api/2/p50': 7.8,
  'shipped/face-api/4/p50': 6.4,
  'shipped/ours/4:1': 2.22,
};
