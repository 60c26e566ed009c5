/**
 * McNemar's test in its exact form: the two-sided p of so many pairs of which only one side, or only
 * the other, is right, where either would be as likely. Pairs that agree say nothing.
 *
 * Q. McNemar, Note on the sampling error of the difference between correlated proportions or
 * percentages, Psychometrika 12, 1947; the binomial tail in the place of its χ² approximation, as in
 * statsmodels' `mcnemar(exact=True)`: p = min(1, 2 · Σ_{k ≤ min(b, c)} C(b + c, k) · 2^−(b + c)).
 */
export function mcnemar(onlyFirst: number, onlySecond: number): number {
  const pairs = onlyFirst + onlySecond;
  // Logarithms, as binomial coefficients of thousands of clips overflow.
  let term = -pairs * Math.LN2;
  let tail = Math.exp(term);
  for (let k = 0; k < Math.min(onlyFirst, onlySecond); k++) {
    term += Math.log((pairs - k) / (k + 1));
    tail += Math.exp(term);
  }
  return Math.min(1, 2 * tail);
}
