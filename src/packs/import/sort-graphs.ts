import type { OnnxGraph } from '../onnx/read-graph.ts';
import { ImportError } from './import-problem.ts';

/** Bare networks by what they take. */
export interface SortedGraphs {
  /** Takes pictures. */
  readonly encoder: OnnxGraph;
  /** Takes the encoder's features; null where the encoder classifies, too. */
  readonly head: OnnxGraph | null;
}

/**
 * Which of the networks is the encoder, and which the head.
 * @throws ImportError networks-unclear where there is not one that takes pictures, with at most one
 * that takes vectors
 */
export function sortGraphs(graphs: readonly OnnxGraph[]): SortedGraphs {
  const taking = (sides: number) =>
    graphs.filter(({ inputs }) => inputs.length === 1 && inputs[0]?.shape.length === sides);
  const [pictures, vectors] = [taking(4), taking(2)];
  const [encoder] = pictures;
  const [head = null] = vectors;
  const known = pictures.length + vectors.length === graphs.length;
  if (encoder === undefined || pictures.length > 1 || vectors.length > 1 || !known) {
    const inputs = graphs.map((graph) => ({ file: graph.file, shapes: shapesOf(graph) }));
    throw new ImportError({ kind: 'networks-unclear', inputs });
  }
  return { encoder, head };
}

function shapesOf({ inputs }: OnnxGraph): string {
  return inputs.map(({ shape }) => shape.map((side) => side ?? '?').join('×')).join(', ');
}
