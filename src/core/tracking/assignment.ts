interface Choice {
  readonly cost: number;
  readonly columns: readonly (number | null)[];
}

/**
 * The cheapest way to give every row a column of its own, by trying all: for a handful of rows.
 * A cost that is not finite forbids a pair; a row left without a column costs `missed`.
 *
 * @returns for each row its column, or null
 */
export function assign(
  costs: readonly (readonly number[])[],
  missed: number,
): readonly (number | null)[] {
  return best(costs, missed, 0, new Set()).columns;
}

function best(
  costs: readonly (readonly number[])[],
  missed: number,
  row: number,
  taken: ReadonlySet<number>,
): Choice {
  const rowCosts = costs[row];
  if (rowCosts === undefined) return { cost: 0, columns: [] };
  const options: (readonly [number | null, number])[] = [[null, missed]];
  for (const [column, cost] of rowCosts.entries()) {
    if (Number.isFinite(cost) && !taken.has(column)) options.push([column, cost]);
  }
  return options
    .map(([column, cost]) => {
      const rest = best(
        costs,
        missed,
        row + 1,
        column === null ? taken : new Set([...taken, column]),
      );
      return { cost: cost + rest.cost, columns: [column, ...rest.columns] };
    })
    .reduce((cheapest, choice) => (choice.cost < cheapest.cost ? choice : cheapest));
}
