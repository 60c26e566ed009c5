import { expect, test } from 'vitest';
import { pixelCanvas } from '../../src/detector/pixel-canvas.ts';

test('what was made a texture is read back into memory where it is wanted', () => {
  const gl = pixelCanvas().getContext('webgl2')!;
  const image = { width: 1, height: 2, data: Uint8ClampedArray.of(1, 2, 3, 4, 5, 6, 7, 8) };
  const memory = new Uint8Array(12);
  gl.texImage2D(3553, 0, 6408, 6408, 5121, image as ImageData);
  gl.readPixels(0, 0, 1, 2, 6408, 5121, memory, 3);
  expect([...memory]).toEqual([0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 0]);
});

test('it calls itself WebGL 2, without which MediaPipe does not start', () => {
  const gl = pixelCanvas().getContext('webgl2')!;
  const VERSION = 7938;
  expect(gl.getParameter(VERSION)).toMatch(/^WebGL 2/);
});
