import type { SoakRun } from './run-booth.ts';
import { slopePerHour, type Measured } from './slope.ts';

export interface SoakFindings {
  /** What is printed, with what it is of. */
  readonly lines: readonly (readonly [what: string, figure: string])[];
  /** For programs. */
  readonly figures: Readonly<Record<string, number | null>>;
  readonly unrecovered: number;
}

/** The first sixth of a run is not of its slope: the page gathers what it needs. */
const WARM_UP_SHARE = 1 / 6;

const rounded = (value: number | null, decimals: number): number | null =>
  value === null ? null : Number(value.toFixed(decimals));

/** A run as figures: each kind of fault with its slowest recovery. */
export function findingsOf(run: SoakRun): SoakFindings {
  const warm = (measured: readonly Measured[]) =>
    measured.filter(({ at }) => at >= run.minutes * 60 * WARM_UP_SHARE);
  const slowest = Math.max(...run.recoveries.map(({ seconds }) => seconds ?? Infinity));
  const names = [...new Set(run.recoveries.map(({ name }) => name))];
  const faults = names.map((name) => {
    const of = run.recoveries.filter((each) => each.name === name).map(({ seconds }) => seconds);
    const recovered = of.filter((seconds) => seconds !== null);
    const within = recovered.length === 0 ? '–' : `${Math.max(...recovered).toFixed(1)} s`;
    return [name, `${recovered.length} of ${of.length} recovered, within ${within}`] as const;
  });
  const recovered = run.recoveries.filter(({ seconds }) => seconds !== null).length;
  const figures = {
    minutes: run.minutes,
    visits: run.visits,
    analysed: run.analysed,
    readings: run.read,
    faults: run.recoveries.length,
    recovered,
    slowestRecoverySeconds: rounded(slowest, 1),
    longestGapSeconds: rounded(run.longestGap, 2),
    megabytes: rounded(run.all.at(-1)?.value ?? null, 1),
    megabytesPerHour: rounded(slopePerHour(warm(run.all)), 1),
    heapMegabytesPerHour: rounded(slopePerHour(warm(run.heap)), 1),
    processorSecondsPerSecond: rounded(run.processor, 2),
  };
  return {
    lines: [...faults, ...Object.entries(figures).map(([what, of]) => [what, `${of}`] as const)],
    figures,
    unrecovered: run.recoveries.length - recovered,
  };
}
