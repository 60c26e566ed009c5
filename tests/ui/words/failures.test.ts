import { describe, expect, test } from 'vitest';
import type { Failure } from '../../../src/core/session/failure.ts';
import type { Notice } from '../../../src/core/session/notice.ts';
import { FILE_PROBLEMS } from '../../support/file-problems.ts';
import { failureActions } from '../../../src/ui/failure-actions.ts';
import { failureMessage, noticeMessage } from '../../../src/ui/words/en/failures.ts';
import type { Message } from '../../../src/ui/words/message.ts';

const NAME = 'encoder.onnx';

const FAILURES: readonly Failure[] = [
  { kind: 'camera-unsupported', secure: true },
  { kind: 'camera-unsupported', secure: false },
  { kind: 'camera-denied' },
  { kind: 'camera-missing' },
  { kind: 'camera-busy' },
  ...FILE_PROBLEMS.map((problem) => ({ kind: 'file-undecodable', name: NAME, problem }) as const),
  { kind: 'asset-missing', name: NAME, status: 404 },
  { kind: 'asset-missing', name: NAME, status: null },
  { kind: 'asset-html', name: NAME },
  { kind: 'asset-truncated', name: NAME, expected: 8_400_000, received: 3_100_000 },
  { kind: 'asset-corrupt', name: NAME },
  { kind: 'asset-stalled', name: NAME, seconds: 30 },
  { kind: 'pack-invalid', pack: 'small', field: 'decision.alpha', reason: 'TypeError: x is not' },
  { kind: 'model-wrong', pack: 'small', difference: 0.123456 },
  { kind: 'model-not-finite', pack: 'small' },
  { kind: 'model-too-large', pack: 'large', needed: 4.6e9, most: 4.3e9 },
  { kind: 'analyser-crashed', reason: 'RuntimeError: unreachable' },
  { kind: 'analyser-silent', seconds: 5 },
  { kind: 'unexpected', reason: 'TypeError: undefined is not a function' },
];

const NOTICES: readonly Notice[] = [
  { kind: 'camera-replaced', used: 'USB Camera' },
  { kind: 'camera-unplugged' },
  { kind: 'camera-returned' },
  { kind: 'webgpu-missing' },
  { kind: 'webgpu-too-small', pack: 'large', needed: 2.68e8, most: 1.34e8 },
  { kind: 'webgpu-wrong', difference: 0.123456 },
  { kind: 'webgpu-lost', now: 'webgpu' },
  { kind: 'webgpu-lost', now: 'wasm' },
  { kind: 'analyser-restarted' },
  { kind: 'first-picture' },
  { kind: 'film-incomplete', name: 'a.mp4', problem: { kind: 'cut-short', seconds: 2.5 } },
  {
    kind: 'film-incomplete',
    name: 'a.mp4',
    problem: { kind: 'damaged', seconds: 2.5, reason: 'EncodingError: no' },
  },
  { kind: 'files-useless' },
  { kind: 'files-untimely' },
];

/** One sentence: it starts like one, ends like one, and no other begins in it. */
const SENTENCE = /^[A-Z“](?:[^.]|\.(?! ))*[^.\s]\.$/;
const NOISE = /error|exception|undefined|null|NaN|0\.12|\bstack\b/i;

function expectPlain({ title, advice }: Message) {
  expect(title).toMatch(SENTENCE);
  expect(advice).toMatch(SENTENCE);
  expect(title + advice).not.toMatch(NOISE);
}

describe('failureMessage(failure)', () => {
  test.each(FAILURES)('is two plain sentences for $kind', (failure) => {
    expectPlain(failureMessage(failure));
  });

  test.each(FAILURES.filter((failure) => 'name' in failure))('names the file, $kind', (failure) => {
    expect(failureMessage(failure).title).toContain(NAME);
  });

  test('names the field a pack fails at', () => {
    const [failure] = FAILURES.filter(({ kind }) => kind === 'pack-invalid');
    expect(failureMessage(failure!).title).toContain('“decision.alpha”');
  });

  test('blames the connection only where nothing was answered', () => {
    const advice = (status: number | null) =>
      failureMessage({ kind: 'asset-missing', name: NAME, status }).advice;
    expect(advice(null)).toContain('connection');
    expect(advice(404)).not.toContain('connection');
  });

  test('says how to allow a denied camera', () => {
    expect(failureMessage({ kind: 'camera-denied' }).advice).toMatch(/allow.*Try again/);
  });
});

describe('noticeMessage(notice)', () => {
  test.each(NOTICES)('is two plain sentences for $kind', (notice) => {
    expectPlain(noticeMessage(notice));
  });

  test('names the camera that is used instead', () => {
    expect(noticeMessage({ kind: 'camera-replaced', used: 'USB Camera' }).advice).toContain(
      'USB Camera',
    );
  });

  test('says what computes after WebGPU was lost', () => {
    expect(noticeMessage({ kind: 'webgpu-lost', now: 'wasm' }).advice).toContain('processor');
  });
});

describe('failureActions(failure)', () => {
  test.each(FAILURES)('always offers to try again, $kind', (failure) => {
    expect(failureActions(failure)).toContain('retry');
  });

  test.each(FAILURES.filter(({ kind }) => kind.startsWith('camera-')))(
    'offers the drawn face and a file, $kind',
    (failure) => {
      expect(failureActions(failure)).toEqual(expect.arrayContaining(['drawn', 'file']));
    },
  );

  test('offers the drawn face first where there is no camera', () => {
    expect(failureActions({ kind: 'camera-missing' })[0]).toBe('drawn');
    expect(failureActions({ kind: 'camera-denied' })[0]).toBe('retry');
  });
});
