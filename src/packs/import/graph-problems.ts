import { classCount, headInputLength, inputShape } from '../../core/pack/lengths.ts';
import type { ModelPack } from '../../core/pack/schema.ts';
import type { GraphTensor, OnnxGraph } from '../onnx/read-graph.ts';
import type { ImportProblem } from './import-problem.ts';

/** What a graph contradicts of its entry in the manifest. Sides that the graph leaves open fit. */
export function graphProblems(
  graph: OnnxGraph,
  pack: ModelPack,
  spec: ModelPack['encoder'] | ModelPack['heads'][number],
): readonly ImportProblem[] {
  const { encoder } = pack;
  const isEncoder = 'input' in spec;
  const wanted = isEncoder ? (encoder.outputName ?? null) : null;
  const output = graph.outputs.find(({ name }) => wanted === null || name === wanted);
  const batch = (isEncoder ? encoder.batch : undefined) ?? 1;
  const taken = isEncoder ? inputShape(pack, batch) : [batch, headInputLength(pack)];
  const given = isEncoder ? encoder.dimension : classCount(pack);
  return [
    ...inputCount(graph),
    ...mismatch(graph.file, graph.inputs[0], taken, isEncoder ? 'encoder.input' : 'heads'),
    ...mismatch(graph.file, output, [batch, given], isEncoder ? 'encoder.dimension' : 'heads'),
  ];
}

function* inputCount({ file, inputs }: OnnxGraph): Generator<ImportProblem> {
  if (inputs.length === 1) return;
  const reason = `it takes ${inputs.length} inputs, not 1`;
  yield { kind: 'onnx-broken', file, reason };
}

function* mismatch(
  file: string,
  tensor: GraphTensor | undefined,
  expected: readonly number[],
  field: string,
): Generator<ImportProblem> {
  if (tensor === undefined) {
    yield { kind: 'tensor-wrong', file, tensor: field, reason: 'is not in the file' };
    return;
  }
  const { name, type, shape } = tensor;
  if (type !== 'float32') {
    yield { kind: 'tensor-wrong', file, tensor: name, reason: `is ${type}, not float32` };
  }
  const known = shape.length > 0;
  const fits =
    shape.length === expected.length &&
    shape.every((side, axis) => typeof side !== 'number' || side === expected[axis]);
  if (known && !fits) {
    const said = shape.map((side) => side ?? '?').join('×');
    yield {
      kind: 'shape-wrong',
      file,
      tensor: name,
      shape: said,
      field,
      expected: expected.join('×'),
    };
  }
}
