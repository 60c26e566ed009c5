import { describe, expect, test } from 'vitest';
import type { Failure } from '../../../src/core/session/failure.ts';
import type { ImportProblem } from '../../../src/packs/import/import-problem.ts';
import { runProblem } from '../../../src/packs/import/run-problem.ts';
import { Network } from '../../../src/tools/score/network.ts';
import { onnxNetwork } from '../../support/onnx-network.ts';

function refused(reason: string): Failure {
  return { kind: 'pack-invalid', pack: '', field: 'encoder.file', reason };
}

/** A network with a name in it replaced by another of the same length. */
function renamed(from: string, to: string): Uint8Array {
  const bytes = Buffer.from(onnxNetwork({ shape: ['n', 3, 64, 64], channels: 3, classes: 6 }));
  bytes.write(to, bytes.indexOf(from), 'latin1');
  return new Uint8Array(bytes);
}

describe('runProblem(failure) of what onnxruntime says', () => {
  test.each<[from: string, to: string, problem: ImportProblem]>([
    ['MatMul', 'NoSuch', { kind: 'operator-missing', operator: 'NoSuch' }],
    [
      'weights',
      'weightz',
      {
        kind: 'does-not-run',
        reason:
          "Invalid model. Node input 'weightz' is not a graph input, initializer, or output of a previous node.",
      },
    ],
  ])('%s called %s', async (from, to, problem) => {
    const error: unknown = await Network.create(renamed(from, to)).catch((cause: unknown) => cause);
    expect(runProblem(refused((error as Error).message))).toEqual(problem);
  });

  test('an operator without a kernel is told with its node', () => {
    const said =
      "Can't create a session. ERROR_CODE: 9, ERROR_MESSAGE: Could not find an implementation for DFT(17) node with name 'spectrum'";
    expect(runProblem(refused(said))).toEqual({
      kind: 'operator-unknown',
      file: '',
      node: 'spectrum',
      operator: 'DFT',
    });
  });

  test('the place in its own source is left out', () => {
    const said =
      "Can't create a session. ERROR_CODE: 1, ERROR_MESSAGE: /a/graph.cc:1555 void onnxruntime::Graph::Load(int) This is an invalid model.";
    expect(runProblem(refused(said))).toEqual({
      kind: 'does-not-run',
      reason: 'This is an invalid model.',
    });
  });
});

test.each<[Failure, ImportProblem]>([
  [
    { kind: 'pack-invalid', pack: 'a', field: 'heads', reason: 'says 6' },
    { kind: 'manifest-invalid', field: 'heads', reason: 'says 6' },
  ],
  [
    { kind: 'model-wrong', pack: 'a', difference: 0.5 },
    { kind: 'golden-wrong', difference: 0.5 },
  ],
  [{ kind: 'model-not-finite', pack: 'a' }, { kind: 'not-finite' }],
  [
    { kind: 'analyser-silent', seconds: 60 },
    { kind: 'not-tried', failure: { kind: 'analyser-silent', seconds: 60 } },
  ],
])('runProblem(%o)', (failure, problem) => {
  expect(runProblem(failure)).toEqual(problem);
});
