import { GRID_STEPS, type GridCell } from '../../../core/blemore/grid.ts';
import type { Thresholds } from '../../../core/blemore/prediction.ts';

/** Which figure of the grid's cells is shown. */
export type HeatFigure = 'both' | 'presence' | 'salience';

/** A cell's figure, 0..1; null where there are no blends to have one. */
export function figureOf({ presence, salience }: GridCell, figure: HeatFigure): number | null {
  switch (figure) {
    case 'both':
      return salience === null ? presence : (presence + salience) / 2;
    case 'presence':
      return presence;
    case 'salience':
      return salience;
  }
}

/** How strongly a value is coloured, in percent: 0 for the least of all, 100 for the most. */
export function intensities(values: readonly (number | null)[]): number[] {
  const known = values.filter((value) => value !== null);
  const least = Math.min(...known);
  const range = Math.max(...known) - least;
  return values.map((value) =>
    value === null || range === 0 ? 0 : ((value - least) / range) * 100,
  );
}

export interface GridIndex {
  readonly row: number;
  readonly column: number;
}

/** The cell of the grid nearest to any thresholds; rows are α, columns β. */
export function nearestCell({ alpha, beta }: Thresholds): GridIndex {
  return { row: nearestStep(alpha), column: nearestStep(beta) };
}

function nearestStep(value: number): number {
  const distance = (step: number) => Math.abs(GRID_STEPS[step]! - value);
  return GRID_STEPS.reduce((best, _, step) => (distance(step) < distance(best) ? step : best), 0);
}

const LAST = GRID_STEPS.length - 1;

const MOVES: Readonly<Record<string, (cell: GridIndex) => GridIndex>> = {
  ArrowUp: ({ row, column }) => ({ row: Math.max(0, row - 1), column }),
  ArrowDown: ({ row, column }) => ({ row: Math.min(LAST, row + 1), column }),
  ArrowLeft: ({ row, column }) => ({ row, column: Math.max(0, column - 1) }),
  ArrowRight: ({ row, column }) => ({ row, column: Math.min(LAST, column + 1) }),
  Home: ({ row }) => ({ row, column: 0 }),
  End: ({ row }) => ({ row, column: LAST }),
};

/** Where a key leads from a cell; null for keys that lead nowhere. */
export function moved(cell: GridIndex, key: string): GridIndex | null {
  return MOVES[key]?.(cell) ?? null;
}
