import { describe, expect, test } from 'vitest';
import type { ImportProblem } from '../../../src/packs/import/import-problem.ts';
import { de } from '../../../src/ui/words/de.ts';
import { en } from '../../../src/ui/words/en.ts';
import { es } from '../../../src/ui/words/es.ts';
import { fr } from '../../../src/ui/words/fr.ts';
import { sv } from '../../../src/ui/words/sv.ts';

const HASHES = { expected: 'ab'.repeat(32), found: 'cd'.repeat(32) };

/** Every problem, with what its sentence must name. */
const PROBLEMS: readonly (readonly [problem: ImportProblem, names: readonly string[]])[] = [
  [{ kind: 'nothing-found' }, ['pack.json', '.onnx', '.pth']],
  [{ kind: 'no-hashing' }, ['https://']],
  [{ kind: 'too-many-files', count: 65, most: 64 }, ['65', '64']],
  [{ kind: 'too-large', file: 'a.onnx', bytes: 2e9, most: 1e9 }, ['a.onnx', '000']],
  [{ kind: 'too-large', file: '', bytes: 2e9, most: 1e9 }, ['000']],
  [
    { kind: 'model-too-large', pack: 'Large', needed: 8.1e9, most: 4.3e9 },
    ['Large', '8', '4', '3'],
  ],
  [{ kind: 'bad-path', path: '../evil.onnx' }, ['../evil.onnx']],
  [{ kind: 'archive-broken', file: 'a.zip', reason: 'invalid zip data' }, ['a.zip', 'invalid']],
  [{ kind: 'manifest-invalid', field: '', reason: 'is not JSON' }, ['pack.json', 'is not JSON']],
  [{ kind: 'manifest-invalid', field: 'encoder.input.size', reason: 'x' }, ['encoder.input.size']],
  [{ kind: 'file-missing', file: 'head.onnx' }, ['head.onnx']],
  [{ kind: 'wrong-length', file: 'head.onnx', expected: 817, found: 5 }, ['head.onnx', '817', '5']],
  [{ kind: 'wrong-sha256', file: 'head.onnx', ...HASHES }, ['head.onnx', 'abab', 'cdcd']],
  [{ kind: 'onnx-broken', file: 'a.onnx', reason: 'it holds 0 graphs' }, ['a.onnx', '0 graphs']],
  [{ kind: 'opset-unknown', file: 'a.onnx', opset: 3 }, ['a.onnx', '3', '7']],
  [
    { kind: 'operator-unknown', file: 'a.onnx', node: 'fft', operator: 'com.x.FFT' },
    ['fft', 'com.x.FFT'],
  ],
  [{ kind: 'operator-missing', operator: 'NoSuch' }, ['NoSuch']],
  [
    { kind: 'external-data', file: 'a.onnx', tensor: 'w', location: '/etc/passwd' },
    ['a.onnx', 'w', '/etc/passwd'],
  ],
  [{ kind: 'tensor-wrong', file: 'a.onnx', tensor: 'w', reason: 'x' }, ['a.onnx', 'w']],
  [
    {
      kind: 'shape-wrong',
      file: 'a.onnx',
      tensor: 'image',
      shape: 'n×1×48×48',
      field: 'encoder.input',
      expected: '1×1×64×64',
    },
    ['a.onnx', 'image', 'n×1×48×48', 'encoder.input', '1×1×64×64'],
  ],
  [{ kind: 'checkpoint-broken', file: 'a.pth', reason: 'fc.0.weight is missing' }, ['fc.0.weight']],
  [{ kind: 'checkpoint-calls', file: 'a.pth', called: 'posix.system' }, ['posix.system']],
  [{ kind: 'answer-wrong', field: 'size', reason: 'is 64' }, ['size', 'is 64']],
  [
    { kind: 'head-width', file: 'a.pth', width: 512, pack: 'FER+', given: 640 },
    ['a.pth', '512', 'FER+', '640'],
  ],
  [{ kind: 'encoder-fused', pack: 'FER+' }, ['FER+']],
  [{ kind: 'head-wrong', file: 'a.pth', difference: 2 }, ['a.pth', '2']],
  [
    { kind: 'networks-unclear', inputs: [{ file: 'a.onnx', shapes: 'n×3×16×224×224' }] },
    ['a.onnx', 'n×3×16×224×224'],
  ],
  [{ kind: 'does-not-run', reason: 'node conv1: bad pads' }, ['conv1']],
  [{ kind: 'golden-wrong', difference: 0.5 }, ['0']],
  [{ kind: 'golden-wrong', difference: Infinity }, []],
  [{ kind: 'not-finite' }, []],
  [{ kind: 'output-length', file: 'a.onnx', expected: 6, found: 7 }, ['a.onnx', '6', '7']],
  [{ kind: 'not-tried', failure: { kind: 'analyser-silent', seconds: 60 } }, ['60']],
];

describe.each([en, de, sv, fr, es])('importProblemWords(problem), $locale', (words) => {
  test.each(PROBLEMS)('names what is wrong: %o', (problem, names) => {
    const sentence = words.importProblemWords(problem);
    for (const name of names) expect(sentence).toContain(name);
    expect(sentence).not.toMatch(/undefined|NaN|object|Infinity/);
  });
});
