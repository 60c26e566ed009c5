import { expect, test } from 'vitest';
import { openClip } from '../../../src/evaluation/decode/open-clip.ts';

// Decoding itself needs a browser: see tests/browser.

test('a file that is no video has an unknown format', async () => {
  await expect(openClip(new Blob(['not a video, whatever its name']))).rejects.toMatchObject({
    problem: { kind: 'format-unknown' },
  });
  await expect(openClip(new Blob([]))).rejects.toMatchObject({
    problem: { kind: 'format-unknown' },
  });
});

test('a file that cannot be read any more is unreadable', async () => {
  const gone = new Blob(['x'.repeat(1000)]);
  gone.slice = () => {
    throw new DOMException('gone', 'NotReadableError');
  };
  await expect(openClip(gone)).rejects.toMatchObject({ problem: { kind: 'unreadable' } });
});
