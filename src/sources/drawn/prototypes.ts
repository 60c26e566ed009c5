import { EMOTIONS, type Emotion, type PerEmotion } from '../../core/blemore/emotions.ts';
import { sumUnits, type ActionUnits, type SomeUnits } from './action-units.ts';

/**
 * Which muscles show which emotion. The muscles are those of EMFACS (Friesen and Ekman, 1983) and
 * of the people photographed by Du, Tao and Martinez ("Compound facial expressions of emotion",
 * PNAS 111(15), 2014); how strongly, and how head and eyes go with them, is ours.
 */
export const PROTOTYPES: Readonly<Record<Emotion, SomeUnits>> = {
  // 4 + 5 + 7 + 9 + 10 + 24 + 25 + 26: teeth bared
  ang: {
    browLower: 1,
    lidRaise: 0.9,
    lidTighten: 0.7,
    noseWrinkle: 0.4,
    upperLipRaise: 0.45,
    lowerLipDepress: 0.8,
    cornerDepress: 0.3,
    lipPress: 0.3,
    lipsPart: 0.8,
    jawDrop: 0.45,
    headPitch: 0.35,
  },
  // 9 + 10 + 17, with 4, 7 and parted lips
  disg: {
    browLower: 0.45,
    cheekRaise: 0.8,
    lidTighten: 0.8,
    noseWrinkle: 1,
    upperLipRaise: 1,
    cornerDepress: 0.6,
    chinRaise: 0.35,
    lipsPart: 0.6,
    headPitch: -0.2,
    headTurn: 0.3,
    headTilt: -0.25,
  },
  // 1 + 2 + 4 + 5 + 20 + 25 + 26
  fea: {
    innerBrowRaise: 1,
    outerBrowRaise: 0.35,
    browLower: 0.6,
    lidRaise: 1,
    cornerDepress: 0.15,
    lipStretch: 0.9,
    lowerLipDepress: 0.4,
    lipsPart: 0.8,
    jawDrop: 0.6,
    headPitch: -0.2,
  },
  // 6 + 12 + 25
  hap: { cheekRaise: 0.9, cornerPull: 1, lipsPart: 1, jawDrop: 0.15, headTilt: 0.15 },
  // 1 + 4 + 15 + 17
  sad: {
    innerBrowRaise: 1,
    browLower: 0.4,
    lidTighten: 0.1,
    cornerDepress: 1,
    chinRaise: 0.6,
    gazePitch: 0.4,
    headPitch: 0.4,
    headTilt: 0.3,
  },
  neu: {},
};

/**
 * The face that shows these shares: the prototypes' weighted sum. Who shows two emotions at once shows
 * each more strongly than its share alone, so the weights of a blend are the shares' square roots,
 * which keep the whole as strong as a single emotion; neutral weakens all of it.
 */
export function unitsOf(shares: PerEmotion): ActionUnits {
  const shown = 1 - (shares[EMOTIONS.indexOf('neu')] ?? 0);
  const weight = (share: number) => Math.sqrt(Math.max(0, shown) * share);
  return sumUnits(EMOTIONS.map((emotion, i) => [weight(shares[i] ?? 0), PROTOTYPES[emotion]]));
}
