import type { Emotion } from '../blemore/emotions.ts';

/** How networks are usually fed, in the order of red, green, blue. */
export const NORMALISATIONS = {
  imagenet: { scale: 1 / 255, mean: [0.485, 0.456, 0.406], std: [0.229, 0.224, 0.225] },
  clip: {
    scale: 1 / 255,
    mean: [0.48145466, 0.4578275, 0.40821073],
    std: [0.26862954, 0.26130258, 0.27577711],
  },
  /** 0 to 1 */
  unit: { scale: 1 / 255, mean: [0, 0, 0], std: [1, 1, 1] },
  /** −1 to 1 */
  symmetric: { scale: 1 / 127.5, mean: [1, 1, 1], std: [1, 1, 1] },
  /** 0 to 255 */
  pixels: { scale: 1, mean: [0, 0, 0], std: [1, 1, 1] },
} as const;

export type NormalisationId = keyof typeof NORMALISATIONS;
export type ClassOrderId = keyof typeof CLASS_ORDERS;

/** The order of classes in the field's data sets; null for surprise and contempt. */
export const CLASS_ORDERS = {
  blemore: ['ang', 'disg', 'fea', 'hap', 'sad', 'neu'],
  fer2013: ['ang', 'disg', 'fea', 'hap', 'sad', null, 'neu'],
  ferplus: ['neu', 'hap', null, 'sad', 'ang', 'disg', 'fea', null],
  affectnet7: ['neu', 'hap', 'sad', null, 'fea', 'disg', 'ang'],
  affectnet8: ['neu', 'hap', 'sad', null, 'fea', 'disg', 'ang', null],
  rafdb: [null, 'fea', 'disg', 'hap', 'sad', 'ang', 'neu'],
} as const satisfies Record<string, readonly (Emotion | null)[]>;
