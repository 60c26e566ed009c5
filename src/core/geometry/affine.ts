import type { Point } from './shapes.ts';

/** x′ = a·x + c·y + e, y′ = b·x + d·y + f: the letters of canvas and DOMMatrix. */
export interface Affine {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
  readonly e: number;
  readonly f: number;
}

export function transformPoint({ a, b, c, d, e, f }: Affine, { x, y }: Point): Point {
  return { x: a * x + c * y + e, y: b * x + d * y + f };
}

/** The transform that applies `inner` first and `outer` to its result. */
export function compose(outer: Affine, inner: Affine): Affine {
  const { x: e, y: f } = transformPoint(outer, { x: inner.e, y: inner.f });
  return {
    a: outer.a * inner.a + outer.c * inner.b,
    b: outer.b * inner.a + outer.d * inner.b,
    c: outer.a * inner.c + outer.c * inner.d,
    d: outer.b * inner.c + outer.d * inner.d,
    e,
    f,
  };
}

/** The way back. Throws a RangeError where the transform flattens the plane. */
export function invert({ a, b, c, d, e, f }: Affine): Affine {
  const determinant = a * d - b * c;
  if (determinant === 0) throw new RangeError('a flat transform has no inverse');
  const [ia, ib] = [d / determinant, -b / determinant];
  const [ic, id] = [-c / determinant, a / determinant];
  return { a: ia, b: ib, c: ic, d: id, e: -(ia * e + ic * f), f: -(ib * e + id * f) };
}

export function scaling(x: number, y: number): Affine {
  return { a: x, b: 0, c: 0, d: y, e: 0, f: 0 };
}

export function translation(x: number, y: number): Affine {
  return { a: 1, b: 0, c: 0, d: 1, e: x, f: y };
}

/** How long the images of one step to the right and one step down are. */
export function axisScales({ a, b, c, d }: Affine): Point {
  return { x: Math.hypot(a, b), y: Math.hypot(c, d) };
}
