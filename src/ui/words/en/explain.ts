import type { FaceRegion } from '../../../core/explain/face-regions.ts';

/** A frame that is kept, and what the model's numbers depend on in it. */
export const explain = {
  freeze: 'Freeze',
  waiting: 'Waiting for a face',
  title: 'Frozen moment',
  release: 'Let it go',
  picture: 'The frozen face',
  emotion: 'Expression',
  then: 'then',
  now: 'now',
  choose: 'Choose an expression to see which parts of the face speak for it.',
  readsClips:
    'This model reads several frames at once, so its numbers cannot be traced to parts of this one.',
  computing: 'Hiding one part of the face after the other …',
  legend: (emotion: string) => `Coloured: speaks for ${emotion}. Dark: speaks against it.`,
  change: 'What would change it',
  regions: {
    whole: 'The whole face',
    brows: 'Without the brows',
    eyes: 'Without the eyes',
    mouth: 'Without the mouth',
    'left-half': 'Without the left half',
    'right-half': 'Without the right half',
  } satisfies Record<FaceRegion | 'whole', string> as Readonly<
    Record<FaceRegion | 'whole', string>
  >,
  features: 'What weighs most in the linear head',
  featuresHint: 'What each feature adds, beside what it adds to all six.',
  favour: 'For it',
  against: 'Against it',
  feature: (number: number) => `Feature ${number}`,
  withFace: 'With the face',
  withFaceHint: 'Only where the person agrees. Without it, the picture has the numbers alone.',
  save: 'Save as a picture',
};
