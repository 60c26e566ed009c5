import { expect, test } from 'vitest';
import { FileProblemError } from '../../../src/core/media/file-problem.ts';
import { DeadlineError } from '../../../src/sources/clip/deadline.ts';
import { fileProblemOf } from '../../../src/sources/clip/file-problem-of.ts';

const dom = (name: string) => new DOMException('told by the browser', name);

test.each([
  { what: 'a file that is gone', error: dom('NotFoundError'), kind: 'unreadable' },
  { what: 'a file that changed', error: dom('NotReadableError'), kind: 'unreadable' },
  { what: 'a codec that is missing', error: dom('NotSupportedError'), kind: 'codec-unsupported' },
  { what: 'bytes that cannot be decoded', error: dom('EncodingError'), kind: 'damaged' },
  { what: 'bytes that cannot be parsed', error: new Error('no such box'), kind: 'damaged' },
  { what: 'a number beyond its place', error: new RangeError('Offset'), kind: 'damaged' },
  { what: 'a decoder taken away', error: dom('QuotaExceededError'), kind: 'decoder-failed' },
  { what: 'a worker refused by the policy', error: dom('SecurityError'), kind: 'decoder-failed' },
  { what: 'silence', error: new DeadlineError('nothing came'), kind: 'decoder-failed' },
  {
    what: 'memory that ran out',
    error: new RangeError('Array buffer allocation failed'),
    kind: 'decoder-failed',
  },
])('$what is told as $kind', ({ error, kind }) => {
  expect(fileProblemOf(error, 1.5, 'H.264').problem).toMatchObject({ kind });
});

test('what is known already stays', () => {
  const known = new FileProblemError({ kind: 'encrypted' });
  expect(fileProblemOf(known, 0, null)).toBe(known);
});
