import { aggregate } from './aggregate.ts';

/** Mean and deviation of each feature. */
export interface Scale {
  readonly mean: ArrayLike<number>;
  readonly std: ArrayLike<number>;
}

/**
 * (feature − mean) ÷ std, feature by feature.
 *
 * @throws RangeError where the lengths differ
 */
export function standardise(features: ArrayLike<number>, { mean, std }: Scale): Float64Array {
  if (mean.length !== features.length || std.length !== features.length) {
    throw new RangeError(`${features.length} features cannot be scaled by ${mean.length} means`);
  }
  return Float64Array.from(features, (value, i) => (value - mean[i]!) / std[i]!);
}

/** A window's vector by the mean and deviation of its own numbers; one without variation becomes zeros. */
export function standardiseAlone(vector: ArrayLike<number>): Float64Array {
  const values = Array.from(vector);
  const [mean = 0, deviation = 0] = aggregate(
    values.map((value) => [value]),
    ['mean', 'std'],
  );
  return Float64Array.from(values, (value) => (value - mean) / (deviation === 0 ? 1 : deviation));
}

/**
 * The scale of a set of rows, as sklearn's StandardScaler fits it: population deviation, and a
 * feature that never varies keeps its size (its deviation counts as 1).
 *
 * @throws RangeError without rows
 */
export function fitScale(rows: readonly ArrayLike<number>[]): Scale {
  const both = aggregate(rows, ['mean', 'std']);
  const dimension = both.length / 2;
  return {
    mean: both.subarray(0, dimension),
    std: both.subarray(dimension).map((deviation) => (deviation === 0 ? 1 : deviation)),
  };
}
