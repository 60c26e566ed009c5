import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { keptName, offlineFiles } from '../../../src/tools/build/offline-files.ts';

test('keptName(path) is the name under which the analyser keeps a file', () => {
  expect(keptName('models/faces-48/encoder.onnx')).toBe('faces-48/encoder.onnx');
  expect(keptName('assets/ort-wasm-simd-threaded.jspi-CZzFqCHi.wasm')).toBe(
    'ort-wasm-simd-threaded.jspi.wasm',
  );
  expect(keptName('assets/face_detection_full_range_sparse-D_Oy-Rjk.tflite')).toBe(
    'face_detection_full_range_sparse.tflite',
  );
});

const BUILT: Readonly<Record<string, string>> = {
  'index.html':
    '<link rel="icon" href="./icon.svg" /><link href="./assets/a-1.css" />' +
    '<script type="module" src="./assets/a-1.js"></script>',
  'icon.svg': '<svg/>',
  'assets/a-1.js': '1',
  'assets/b-1.js': '2',
  'assets/a-1.css': '@font-face { src: url(./inter-1.woff2) }',
  'assets/inter-1.woff2': 'font',
  'assets/ort-12345678.wasm': 'wasm',
  'models/p/pack.json': '{}',
  'models/p/encoder.onnx': 'net',
  'models/p/CARD.md': 'card',
  'sw.js': 'worker',
  _headers: '',
  'screenshot.png': 'png',
};

test('offlineFiles(dir) is what a page asks for, the first visit’s told from the rest', () => {
  const dir = mkdtempSync(join(tmpdir(), 'blendscope-built-'));
  onTestFinished(() => rmSync(dir, { recursive: true }));
  for (const folder of ['assets', 'models/p']) mkdirSync(join(dir, folder), { recursive: true });
  for (const [path, text] of Object.entries(BUILT)) writeFileSync(join(dir, path), text);

  const { program, large, headers } = offlineFiles(dir, 'sw.js');
  const paths = (first: boolean) =>
    program.filter((file) => file.first === first).map(({ path }) => path);
  expect(paths(true)).toEqual([
    'assets/a-1.css',
    'assets/a-1.js',
    'assets/inter-1.woff2',
    'icon.svg',
    '',
  ]);
  expect(paths(false)).toEqual(['assets/b-1.js', 'models/p/pack.json']);
  expect(program[1]?.integrity).toBe('sha256-a4ayc/80/OGda4BO/1o/V0etpOqiLx1JwB5S3beHW0s=');
  expect(large.map(({ name, path, bytes }) => [name, path, bytes])).toEqual([
    ['ort.wasm', 'assets/ort-12345678.wasm', 4],
    ['p/encoder.onnx', 'models/p/encoder.onnx', 3],
  ]);
  expect(headers['Cross-Origin-Embedder-Policy']).toBe('require-corp');
});
