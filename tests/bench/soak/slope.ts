export interface Measured {
  /** Seconds since the start. */
  readonly at: number;
  readonly value: number;
}

/** By how much a value grows in an hour, by least squares; null with fewer than two times. */
export function slopePerHour(measured: readonly Measured[]): number | null {
  const mean = (of: (each: Measured) => number) =>
    measured.reduce((sum, each) => sum + of(each), 0) / measured.length;
  const [at, value] = [mean((each) => each.at), mean((each) => each.value)];
  const spread = measured.reduce((sum, each) => sum + (each.at - at) ** 2, 0);
  if (!(spread > 0)) return null;
  const both = measured.reduce((sum, each) => sum + (each.at - at) * (each.value - value), 0);
  return (both / spread) * 3600;
}
