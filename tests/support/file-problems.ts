import type { FileProblem } from '../../src/core/media/file-problem.ts';

/** One of each kind, and of those whose words differ. */
export const FILE_PROBLEMS: readonly FileProblem[] = [
  { kind: 'unreadable' },
  { kind: 'empty' },
  { kind: 'format-unsupported', format: 'heic' },
  { kind: 'format-unsupported', format: 'svg' },
  { kind: 'format-unsupported', format: 'raw' },
  { kind: 'format-unsupported', format: 'avi' },
  { kind: 'format-unsupported', format: 'pdf' },
  { kind: 'no-index' },
  { kind: 'no-video' },
  { kind: 'no-frames' },
  { kind: 'encrypted' },
  { kind: 'codec-unsupported', codec: 'H.265' },
  { kind: 'codec-unsupported', codec: 'H.264' },
  { kind: 'codec-unsupported', codec: 'Apple ProRes' },
  { kind: 'codec-unsupported', codec: null },
  { kind: 'animation-unsupported' },
  { kind: 'cut-short', seconds: 1.5 },
  { kind: 'damaged', seconds: 0, reason: 'EncodingError: no' },
  { kind: 'damaged', seconds: 2.25, reason: 'EncodingError: no' },
  { kind: 'decoder-failed', seconds: 2, reason: 'RangeError: allocation failed' },
];
