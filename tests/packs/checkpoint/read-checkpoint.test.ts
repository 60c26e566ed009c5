import { readFileSync } from 'node:fs';
import { strToU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import { largestDifference } from '../../../src/core/math/largest-difference.ts';
import { forward } from '../../../src/packs/checkpoint/dense.ts';
import { readCheckpoint } from '../../../src/packs/checkpoint/read-checkpoint.ts';
import { headDifference, writeHead } from '../../../src/packs/checkpoint/write-head.ts';
import { ImportError, type ImportProblem } from '../../../src/packs/import/import-problem.ts';
import { readGraph } from '../../../src/packs/onnx/read-graph.ts';
import { Network } from '../../../src/tools/score/network.ts';
import { changedCheckpoint, pickledCheckpoint } from '../../support/wrong-checkpoints.ts';

const FOLDER = new URL('../../fixtures/checkpoints/', import.meta.url);
const EXPECTED = JSON.parse(readFileSync(new URL('expected.json', FOLDER), 'utf8')) as {
  readonly features: number[];
  readonly logits: Readonly<Record<string, number[]>>;
};

type Bytes = Uint8Array<ArrayBuffer>;

const file = (name: string): Bytes => new Uint8Array(readFileSync(new URL(name, FOLDER)));
const KINDS = ['linear', 'mlp'];

describe.each(KINDS)('a checkpoint of %s', (name) => {
  const { layers } = readCheckpoint(file(`${name}.pth`), `${name}.pth`);

  test('computes what PyTorch computed', () => {
    const logits = forward(layers, EXPECTED.features);
    expect(largestDifference(logits, EXPECTED.logits[name]!)).toBeLessThan(1e-6);
  });

  test('becomes an ONNX head that agrees with its layers on 16 random inputs', async () => {
    const network = await Network.create(writeHead(layers));
    const difference = await headDifference(layers, async (inputs) => {
      const outputs: Float32Array[] = [];
      for (const input of inputs) outputs.push(await network.run(input, [1, input.length]));
      return outputs;
    });
    expect(difference).toBeLessThan(1e-5);
    await network.release();
  });

  test('becomes an ONNX head that our own reader understands', () => {
    const graph = readGraph(writeHead(layers), 'head.onnx');
    expect(graph.inputs).toEqual([{ name: 'features', type: 'float32', shape: ['batch', 8] }]);
    expect(graph.outputs).toEqual([{ name: 'logits', type: 'float32', shape: ['batch', 6] }]);
  });
});

test('a head that is computed wrongly is noticed', async () => {
  const { layers } = readCheckpoint(file('mlp.pth'), 'mlp.pth');
  const wrong = (inputs: readonly Float32Array[]) =>
    Promise.resolve(
      inputs.map((input) => Float32Array.from(forward(layers.slice().reverse(), input))),
    );
  expect(await headDifference(layers, wrong)).toBeGreaterThan(0.1);
});

function problem(bytes: Bytes): ImportProblem {
  try {
    readCheckpoint(bytes, 'head.pth');
  } catch (error) {
    if (error instanceof ImportError) return error.problem;
    throw error;
  }
  throw new Error('It was read.');
}

describe('a checkpoint is refused', () => {
  test('that calls anything but what rebuilds tensors', () => {
    expect(
      problem(pickledCheckpoint('ctorch._utils\n_rebuild_tensor_v2\n', 'cos\nsystem\n')),
    ).toEqual({
      kind: 'checkpoint-calls',
      file: 'head.pth',
      called: 'os.system',
    });
  });

  test.each<[what: string, bytes: () => Bytes, reason: RegExp]>([
    [
      'without a pickle',
      () => changedCheckpoint((all) => delete all['linear/data.pkl']),
      /no data\.pkl/,
    ],
    [
      'without its numbers',
      () => changedCheckpoint((all) => delete all['linear/data/0']),
      /no data\/0/,
    ],
    [
      'with fewer numbers than its shapes need',
      () => changedCheckpoint((all) => (all['linear/data/0'] = new Uint8Array(40))),
      /data\/0 should have 192 bytes and has 40/,
    ],
    [
      'whose pickle is cut short',
      () =>
        changedCheckpoint(
          (all) => (all['linear/data.pkl'] = all['linear/data.pkl']!.subarray(0, 200)),
        ),
      /cut short/,
    ],
    [
      'with an instruction that is not known',
      () => changedCheckpoint((all) => (all['linear/data.pkl'] = strToU8('\x80\x02i', true))),
      /instruction 105 is not known/,
    ],
    [
      'that is no dictionary',
      () =>
        changedCheckpoint((all) => (all['linear/data.pkl'] = new Uint8Array([0x80, 2, 75, 1, 46]))),
      /holds no dictionary/,
    ],
    [
      'with other layers',
      () => pickledCheckpoint('fc.0.weight', 'fz.0.weight'),
      /layer fz\.0\.weight/,
    ],
    ['of halves', () => pickledCheckpoint('FloatStorage', 'HalfStorage'), /torch\.HalfStorage/],
    [
      'whose input_dim is another than its weights',
      () => pickledCheckpoint(/(input_dim.{1,6}?K)./s, '$1\t'),
      /input_dim is 9, but fc\.0 takes 8/,
    ],
    [
      'with what is no number among its weights',
      () => changedCheckpoint((all) => all['linear/data/0']!.fill(0xff)),
      /fc\.0\.weight holds what is no number/,
    ],
    [
      'of a big-endian machine',
      () => changedCheckpoint((all) => (all['linear/byteorder'] = strToU8('big'))),
      /big-endian/,
    ],
  ])('%s', (_, bytes, reason) => {
    const found = problem(bytes());
    expect(found).toMatchObject({ kind: 'checkpoint-broken', file: 'head.pth' });
    expect('reason' in found && found.reason).toMatch(reason);
  });

  test('that is larger than a head can be', () => {
    expect(problem(new Uint8Array(128 * 2 ** 20 + 1))).toMatchObject({
      kind: 'too-large',
      bytes: 134_217_729,
      most: 134_217_728,
    });
  });

  test('that is no archive', () => {
    expect(problem(strToU8('a pickle of an older PyTorch')).kind).toBe('archive-broken');
  });
});
