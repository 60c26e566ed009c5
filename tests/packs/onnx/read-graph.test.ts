import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ImportError, type ImportProblem } from '../../../src/packs/import/import-problem.ts';
import { readGraph } from '../../../src/packs/onnx/read-graph.ts';
import { onnxFile } from '../../support/onnx-file.ts';

function problem(bytes: Uint8Array): ImportProblem {
  try {
    readGraph(bytes, 'net.onnx');
  } catch (error) {
    if (error instanceof ImportError) return error.problem;
    throw error;
  }
  throw new Error('It was read.');
}

test('readGraph says what an encoder takes, gives and does', () => {
  const path = new URL('../../fixtures/tiny-pack/encoder.onnx', import.meta.url);
  const graph = readGraph(readFileSync(path), 'encoder.onnx');
  expect(graph.inputs).toMatchObject([{ type: 'float32', shape: ['batch', 1, 48, 48] }]);
  expect(graph.outputs).toMatchObject([{ type: 'float32', shape: ['batch', 8] }]);
  expect([...graph.operators]).toEqual([
    ['AveragePool', 1],
    ['Flatten', 1],
    ['Gemm', 1],
  ]);
  expect(graph).toMatchObject({ bytes: 801, opset: 17 });
});

test('readGraph leaves out inputs that have a value in the file', () => {
  const weights = { name: 'weights', dims: [2, 3], bytes: 24 };
  const inputs = [
    { name: 'image', shape: [1, 3, 224, 224] },
    { name: 'weights', shape: [2, 3] },
  ];
  const { inputs: found } = readGraph(onnxFile({ inputs, tensors: [weights] }), 'net.onnx');
  expect(found).toEqual([{ name: 'image', type: 'float32', shape: [1, 3, 224, 224] }]);
});

describe('an ONNX file is refused', () => {
  const file = 'net.onnx';

  test('whose tensors are in another file', () => {
    const tensors = [{ name: 'weights', dims: [2], bytes: 8, location: '../../etc/passwd' }];
    expect(problem(onnxFile({ tensors }))).toEqual({
      kind: 'external-data',
      file,
      tensor: 'weights',
      location: '../../etc/passwd',
    });
  });

  test('whose constant is in another file', () => {
    const tensors = [{ name: 'c', dims: [2], bytes: 8, location: 'x.bin', constant: true }];
    expect(problem(onnxFile({ tensors }))).toMatchObject({ kind: 'external-data', tensor: 'c' });
  });

  test('with a tensor of gigabytes that are not there', () => {
    const tensors = [{ name: 'weights', dims: [65536, 65536], bytes: 8 }];
    expect(problem(onnxFile({ tensors }))).toEqual({
      kind: 'tensor-wrong',
      file,
      tensor: 'weights',
      reason: '65536×65536 of float32 take 17179869184 bytes, but it has 8',
    });
  });

  test('with a tensor of a negative side', () => {
    const tensors = [{ name: 'weights', dims: [-4, 2], bytes: 8 }];
    expect(problem(onnxFile({ tensors }))).toMatchObject({
      kind: 'tensor-wrong',
      reason: 'its shape is -4×2',
    });
  });

  test('with an operator that no browser has', () => {
    const nodes = [{ op: 'Deform', domain: 'org.example', name: 'Deform_7' }];
    expect(problem(onnxFile({ nodes }))).toEqual({
      kind: 'operator-unknown',
      file,
      node: 'Deform_7',
      operator: 'org.example.Deform',
    });
  });

  test.each([[3], [null]])('of opset %s', (opset) => {
    expect(problem(onnxFile({ opset }))).toEqual({
      kind: 'opset-unknown',
      file,
      opset: opset ?? 0,
    });
  });

  test.each<[what: string, bytes: () => Uint8Array, reason: RegExp]>([
    ['that is cut short', () => onnxFile().subarray(0, 60), /EOF|out of range/i],
    [
      'with a length beyond its end',
      () => Uint8Array.of(0x3a, 0xff, 0xff, 0xff, 0xff, 0x07, 1, 2),
      /EOF|out of range/i,
    ],
    ['that is a text', () => new TextEncoder().encode('not a network'), /./],
    ['that is empty', () => new Uint8Array(), /holds 0 graphs/],
    ['whose graphs nest too deeply', () => onnxFile({ depth: 40 }), /nest deeper than 16/],
    ['that is a page', () => new TextEncoder().encode('<!doctype html><html>'), /./],
  ])('%s', (_, bytes, reason) => {
    const found = problem(bytes());
    expect(found).toMatchObject({ kind: 'onnx-broken', file });
    expect('reason' in found && found.reason).toMatch(reason);
  });
});
