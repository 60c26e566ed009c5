/** A linear layer: outputs = weights · inputs + bias. */
export interface DenseLayer {
  readonly inputs: number;
  readonly outputs: number;
  /** outputs × inputs, row by row. */
  readonly weights: Float32Array;
  readonly bias: Float32Array;
}

/** What the layers give for one vector, with a ReLU between two of them. */
export function forward(layers: readonly DenseLayer[], input: ArrayLike<number>): Float64Array {
  return layers.reduce<Float64Array>(
    (vector, layer, depth) => apply(layer, depth === 0 ? vector : vector.map(relu)),
    Float64Array.from(input),
  );
}

function apply({ inputs, outputs, weights, bias }: DenseLayer, vector: Float64Array): Float64Array {
  return Float64Array.from({ length: outputs }, (_, row) => {
    let sum = bias[row]!;
    for (let i = 0; i < inputs; i++) sum += weights[row * inputs + i]! * vector[i]!;
    return sum;
  });
}

function relu(value: number): number {
  return Math.max(0, value);
}
