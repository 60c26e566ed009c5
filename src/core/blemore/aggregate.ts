/** What is taken of each feature over time; a percentile interpolates linearly, as numpy's does. */
export type Statistic = 'mean' | 'std' | 'p10' | 'p25' | 'p50' | 'p75' | 'p90';

/** The statistics of BLEMORE's aggregated vectors, in their order. */
const STATISTICS: readonly Statistic[] = ['mean', 'std', 'p10', 'p25', 'p50', 'p75', 'p90'];

/**
 * One vector for a whole clip or window: the features of T frames, each of length D, become
 * statistics.length × D numbers, block by block (all means, then all deviations, …).
 *
 * @throws RangeError without frames
 */
export function aggregate(
  frames: readonly ArrayLike<number>[],
  statistics: readonly Statistic[] = STATISTICS,
): Float64Array {
  const [first] = frames;
  if (first === undefined) throw new RangeError('nothing to aggregate: no frames');
  const columns = Array.from(first, (_, feature) =>
    Float64Array.from(frames, (frame) => frame[feature]!).sort(),
  );
  return summarise(columns, statistics);
}

/** As `aggregate`, of the features one by one: what each was in T frames, ascending. */
export function summarise(
  columns: readonly Float64Array[],
  statistics: readonly Statistic[],
): Float64Array {
  const dimension = columns.length;
  const result = new Float64Array(statistics.length * dimension);
  columns.forEach((sorted, feature) => {
    statistics.forEach((statistic, block) => {
      result[block * dimension + feature] = OF_SORTED[statistic](sorted);
    });
  });
  return result;
}

const OF_SORTED: Readonly<Record<Statistic, (sorted: Float64Array) => number>> = {
  mean,
  std: deviation,
  p10: (sorted) => percentile(sorted, 0.1),
  p25: (sorted) => percentile(sorted, 0.25),
  p50: (sorted) => percentile(sorted, 0.5),
  p75: (sorted) => percentile(sorted, 0.75),
  p90: (sorted) => percentile(sorted, 0.9),
};

function mean(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0) / values.length;
}

/** Of the population: divided by T, not T − 1. */
function deviation(values: Float64Array): number {
  const centre = mean(values);
  const squares = values.reduce((total, value) => total + (value - centre) ** 2, 0);
  return Math.sqrt(squares / values.length);
}

function percentile(sorted: Float64Array, share: number): number {
  const position = share * (sorted.length - 1);
  const below = Math.floor(position);
  const low = sorted[below]!;
  const high = sorted[Math.min(below + 1, sorted.length - 1)]!;
  return low + (position - below) * (high - low);
}
