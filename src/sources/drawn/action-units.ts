/**
 * What the drawn face can do, after the Facial Action Coding System (Ekman, Friesen and Hager,
 * 2002); the number is the FACS code. Muscles go from 0 (at rest) to 1 (as far as they go).
 */
export const ACTION_UNITS = [
  'innerBrowRaise', // 1
  'outerBrowRaise', // 2
  'browLower', // 4: lowered and drawn together
  'lidRaise', // 5
  'cheekRaise', // 6
  'lidTighten', // 7
  'noseWrinkle', // 9
  'upperLipRaise', // 10
  'cornerPull', // 12
  'cornerDepress', // 15
  'lowerLipDepress', // 16
  'chinRaise', // 17
  'lipStretch', // 20
  'lipPress', // 24
  'lipsPart', // 25
  'jawDrop', // 26
  'blink', // 45
  // Signed, -1 to 1: positive is down, or towards the right of the picture.
  'headTurn', // 51, 52
  'headPitch', // 53, 54
  'headTilt', // 55, 56
  'gazeSide', // 61, 62
  'gazePitch', // 63, 64
] as const;

export type ActionUnit = (typeof ACTION_UNITS)[number];

/** How far each unit is from rest. */
export type ActionUnits = Readonly<Record<ActionUnit, number>>;

/** Only the units that are not at rest. */
export type SomeUnits = Partial<ActionUnits>;

/** The weighted sum of several movements, each unit within its limits; what none names is at rest. */
export function sumUnits(
  parts: readonly (readonly [weight: number, units: SomeUnits])[],
): ActionUnits {
  const totals = ACTION_UNITS.map((unit) => [
    unit,
    limit(parts.reduce((sum, [weight, units]) => sum + weight * (units[unit] ?? 0), 0)),
  ]);
  return Object.fromEntries(totals) as Record<ActionUnit, number>;
}

function limit(value: number): number {
  return Math.min(1, Math.max(-1, value));
}
