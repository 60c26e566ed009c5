import { EMOTIONS } from '../../core/blemore/emotions.ts';
import { FailureError } from '../../core/session/failure.ts';
import type { Inconsistency } from '../../core/pack/consistency.ts';
import { parsePack } from '../../core/pack/parse.ts';
import type {
  CropSpec,
  HeadSpec,
  InputSpec,
  ModelPack,
  ScoresSpec,
} from '../../core/pack/schema.ts';
import type { GraphTensor, OnnxGraph } from '../onnx/read-graph.ts';

/** What an ONNX file does not say. */
export interface PackAnswers {
  readonly id: string;
  readonly name: string;
  readonly licence: string;
  readonly channels: InputSpec['channels'];
  readonly scale: number;
  /** One number a channel, in the order of `channels`. */
  readonly mean: readonly number[];
  readonly std: readonly number[];
  readonly crop: CropSpec;
  /** Side of the input where the graph leaves it open; else null. */
  readonly size: number | null;
  /** Null for what the graph says. */
  readonly layout: InputSpec['layout'] | null;
  /** Which output of the encoder is meant; null for its first. */
  readonly outputName: string | null;
  /** Null for six logits in label order. */
  readonly scores: ScoresSpec | null;
}

export interface DescribedFile {
  readonly graph: OnnxGraph;
  readonly sha256: string;
}

/** What a pack is made of. */
export interface BareNetworks {
  /** Takes pictures. */
  readonly encoder: DescribedFile;
  /** Null where the encoder classifies, too. */
  readonly head: DescribedFile | null;
}

/** A manifest that lacks only what the network computes for the golden input of its seed. */
export type PackDraft = Omit<ModelPack, 'golden'> & {
  readonly golden: Pick<ModelPack['golden'], 'seed' | 'tolerance'>;
};
export type Drafted =
  | { readonly kind: 'draft'; readonly draft: PackDraft }
  | { readonly kind: 'problems'; readonly problems: readonly Inconsistency[] };

const GOLDEN = { seed: 20240613, tolerance: 1e-3 };
/** Not searched on data: the middle of what the challenge's baselines found. */
const DECISION = { alpha: 0.1, beta: 0.3, smoothing: 0.35 };

/** The manifest of bare networks, or the answers that do not fit their graphs. */
export function draftPack({ encoder, head }: BareNetworks, answers: PackAnswers): Drafted {
  const { graph, sha256 } = encoder;
  const [tensor] = graph.inputs;
  const output = outputOf(graph, answers.outputName);
  const shape = tensor === undefined ? null : imageShape(tensor, answers);
  const classes = answers.scores?.classes.length ?? EMOTIONS.length;
  const dimension = head === null ? classes : widthBetween(output, head.graph);
  const problems = [
    ...(graph.inputs.length === 1
      ? []
      : [problem('file', `it takes ${graph.inputs.length} inputs`)]),
    ...(shape?.problems ?? []),
    ...(head === null
      ? outputProblems(output, 'scores.classes', classes)
      : [
          ...outputProblems(output, 'head', dimension ?? 0),
          ...outputProblems(head.graph.outputs[0] ?? null, 'scores.classes', classes),
        ]),
  ];
  if (shape === null || dimension === null || problems.length > 0) {
    return { kind: 'problems', problems };
  }
  const { id, name, licence, channels, scale, mean, std, crop, outputName, scores } = answers;
  const { size, layout, batch } = shape;
  const input = { size, channels, layout, scale, mean: [...mean], std: [...std] };
  return {
    kind: 'draft',
    draft: {
      format: 1,
      id,
      name,
      version: '1.0.0',
      licence,
      labels: [...EMOTIONS],
      encoder: {
        file: packName(graph),
        sha256,
        bytes: graph.bytes,
        input,
        crop,
        output: head === null ? 'logits' : 'features',
        dimension,
        ...(outputName === null ? {} : { outputName }),
        ...(batch === null ? {} : { batch }),
      },
      temporal: { kind: 'frame' },
      heads: head === null ? [] : [headSpec(head)],
      ...(scores === null ? {} : { scores: { ...scores, classes: [...scores.classes] } }),
      decision: DECISION,
      golden: GOLDEN,
      metrics: [],
      card: 'CARD.md',
    },
  };
}

/** What a network's file is called in the pack. */
function packName({ file }: OnnxGraph): string {
  const name = (file.split('/').at(-1) ?? file).replaceAll(/[^A-Za-z0-9._-]/g, '-');
  return /^[A-Za-z0-9]/.test(name) ? name : `network${name}`;
}

function headSpec({ graph, sha256 }: DescribedFile): HeadSpec {
  const products = ['Gemm', 'MatMul'].reduce(
    (sum, operator) => sum + (graph.operators.get(operator) ?? 0),
    0,
  );
  const kind = products === 1 ? 'linear' : 'mlp';
  return { id: 'head', file: packName(graph), sha256, bytes: graph.bytes, kind };
}

/** How many features go from the encoder to the head; null where neither says. */
function widthBetween(output: GraphTensor | null, head: OnnxGraph): number | null {
  const sides = [output?.shape.at(-1), head.inputs[0]?.shape.at(-1)];
  return sides.toReversed().find((side) => typeof side === 'number') ?? null;
}

/** What the network computed for its golden input, by which it is known again on other backends. */
export interface Computed {
  /** The encoder's output. */
  readonly features: readonly number[];
  readonly logits: readonly number[];
}

/** The whole manifest, or the first answer that it refuses. */
export function finishPack(
  draft: PackDraft,
  { features, logits }: Computed,
): ModelPack | Inconsistency {
  const name = draft.heads[0]?.id ?? draft.id;
  // Backends differ by shares of what they compute.
  const tolerance = draft.golden.tolerance * Math.max(1, ...features.map(Math.abs));
  const golden = { ...draft.golden, tolerance, features, logits: { [name]: logits } };
  try {
    return parsePack({ ...draft, golden }, draft.name);
  } catch (error) {
    if (error instanceof FailureError && error.failure.kind === 'pack-invalid') {
      return problem(error.failure.field, error.failure.reason);
    }
    throw error;
  }
}

interface ImageShape {
  readonly size: number;
  readonly layout: InputSpec['layout'];
  /** Null where it is free. */
  readonly batch: number | null;
  readonly problems: readonly Inconsistency[];
}

/** [batch, channels, side, side] or [batch, side, side, channels] */
function imageShape({ shape, type }: GraphTensor, answers: PackAnswers): ImageShape {
  const { channels, size } = answers;
  const count = channels === 'gray' ? 1 : 3;
  const said = shape.map((side) => side ?? '?').join('×');
  const likely = shape[1] !== count && shape[3] === count ? 'NHWC' : 'NCHW';
  const layout = answers.layout ?? likely;
  const [height, width] = layout === 'NCHW' ? shape.slice(2) : shape.slice(1);
  const given = layout === 'NCHW' ? shape[1] : shape[3];
  const side = typeof height === 'number' ? height : size;
  const problems: Inconsistency[] = [];
  if (type !== 'float32') problems.push(problem('file', `it takes ${type}, not float32`));
  if (shape.length !== 4) problems.push(problem('file', `it takes ${said}, which is no image`));
  else if (typeof given === 'number' && given !== count) {
    problems.push(problem('channels', `${count} a pixel, but the network takes ${said}`));
  }
  if (typeof height === 'number' && typeof width === 'number' && height !== width) {
    problems.push(problem('file', `it takes ${said}, which is not square`));
  }
  if (side === null)
    problems.push(problem('size', `the network takes ${said}, and does not say it`));
  else if (size !== null && size !== side) {
    problems.push(problem('size', `${size} pixels, but the network takes ${said}`));
  }
  const batch = typeof shape[0] === 'number' ? shape[0] : null;
  return { size: side ?? 0, layout, batch, problems };
}

function outputOf({ outputs }: OnnxGraph, wanted: string | null): GraphTensor | null {
  return (wanted === null ? outputs[0] : outputs.find(({ name }) => name === wanted)) ?? null;
}

function outputProblems(
  output: GraphTensor | null,
  field: string,
  count: number,
): readonly Inconsistency[] {
  if (output === null) return [problem('outputName', 'there is none of that name')];
  const given = output.shape.at(-1);
  if (output.shape.length === 2 && (typeof given !== 'number' || given === count)) return [];
  const said = output.shape.map((side) => side ?? '?').join('×');
  return [problem(field, `${count} numbers, but ${output.name} is ${said}`)];
}

function problem(field: string, reason: string): Inconsistency {
  return { field, reason };
}
