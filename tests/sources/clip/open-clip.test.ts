import { expect, test } from 'vitest';
import { openClip } from '../../../src/sources/clip/open-clip.ts';

// Decoding itself needs a browser: see tests/browser.

test('a file that is no video is named for what it is', async () => {
  await expect(openClip(new Blob(['not a video, whatever its name']))).rejects.toMatchObject({
    problem: { kind: 'format-unsupported', format: 'text' },
  });
  await expect(openClip(new Blob([]))).rejects.toMatchObject({ problem: { kind: 'empty' } });
});

test('a file that cannot be read any more is unreadable', async () => {
  const gone = new Blob(['x'.repeat(1000)]);
  gone.slice = () => {
    throw new DOMException('gone', 'NotReadableError');
  };
  await expect(openClip(gone)).rejects.toMatchObject({ problem: { kind: 'unreadable' } });
});
