import type { HeadSpec } from '../../../core/pack/schema.ts';
import type { KeptId } from '../../../core/session/kept-places.ts';

export const settings = {
  reading: 'Reading',
  alpha: 'Present from (α)',
  alphaHint: 'An emotion is present from this number on.',
  beta: 'Equal within (β)',
  betaHint: 'Two emotions this near to each other share 50 to 50, else 70 to 30.',
  smoothing: 'Smoothing',
  smoothingHint: 'How long a reading lingers.',
  packSays: (value: string) => `The pack says ${value}.`,
  packUnknown: 'Known once the model is loaded.',
  steady: 'Steady words',
  steadyHint: 'A new reading must last a moment before it is shown.',
  ownNeutral: 'Each face’s own neutral',
  ownNeutralHint: 'A relaxed face is what others are read against: some look stern, some smile.',
  ownNeutralMissing: 'This model does not know what relaxed faces look like.',
  relaxed: 'This is my relaxed face',
  relaxedTaken: 'Taken.',
  relaxedRefused: 'No relaxed face to be seen: relax, look at the camera and press again.',
  expect: 'Expect',
  expectHint: 'Acted faces show rare emotions more often.',
  expectEveryday: 'Everyday faces',
  expectActed: 'Acted ones',
  everyone: 'Read everyone',
  everyoneHint: 'Bystanders did not ask to be read: ask them first.',
  pace: 'Readings a second',
  paceHint: 'Ten a second spare the battery and keep the device cool.',
  paceAuto: 'Ten while the battery is low',
  paceFull: 'As many as there is time for',
  paceBattery: 'Ten',
  camera: 'Camera',
  automatic: 'Automatic',
  cameraNumber: (number: number) => `Camera ${number}`,
  cameraGone: 'The one chosen before (not there now)',
  camerasUnnamed: 'Cameras are named once one is allowed.',
  side: 'Side',
  front: 'Front',
  rear: 'Rear',
  mirror: 'Mirror',
  mirrorAuto: 'When the camera faces you',
  mirrorOn: 'Always',
  mirrorOff: 'Never',
  model: 'Model',
  range: 'Finds faces',
  rangeHint: 'Far and small faces take about twice the time.',
  rangeShort: 'Within about two metres',
  rangeFull: 'Far and small ones too',
  detection: 'Looks for faces',
  detectionUnsure: 'When it is not sure where they are',
  detectionAlways: 'In every frame',
  backend: 'Compute on',
  webgpu: 'Graphics chip (WebGPU)',
  wasm: 'Processor (WebAssembly)',
  head: 'Head',
  headHint: 'The last step of the model, from features to emotions.',
  heads: {
    linear: 'Linear',
    'mlp-256': 'One hidden layer of 256',
    'mlp-512': 'One hidden layer of 512',
    mlp: 'Several layers',
  } satisfies Record<HeadSpec['kind'], string> as Readonly<Record<HeadSpec['kind'], string>>,
  show: 'Show',
  language: 'Language',
  languageAuto: 'As the browser says',
  crop: 'What the model sees',
  cropHint: 'The pixels that go into the model.',
  hud: 'Measurements',
  hudHint: 'Speed and delay; the key h does the same.',
  reset: 'Reset to the pack’s',
};

interface KeptWords {
  readonly name: string;
  /** What it is, and what it is good for. */
  readonly purpose: string;
}

const items: Readonly<Record<KeptId, KeptWords>> = {
  settings: { name: 'Settings', purpose: 'What you changed here.' },
  readySetup: {
    name: 'The model used last',
    purpose: 'It is made ready while the start screen is looked at.',
  },
  booth: { name: 'The booth', purpose: 'What its operator chose.' },
  boothCounts: { name: 'The booth’s counts', purpose: 'How many visitors and rounds, no more.' },
  boothTargets: {
    name: 'What can be played',
    purpose: 'What the model reads of the drawn face, measured once.',
  },
  backends: {
    name: 'What is faster here',
    purpose: 'Graphics chip or processor, measured once for each model.',
  },
  results: {
    name: 'Results of evaluated clips',
    purpose: 'The figures read from each clip, without its name or a picture.',
  },
  program: { name: 'The page itself', purpose: 'So that it starts without a network.' },
  files: { name: 'Files of the model', purpose: 'Checked, so that they are not loaded again.' },
  packs: { name: 'Your own models', purpose: 'Those you have dropped on the page.' },
};

export const kept = {
  title: 'Kept on this device',
  items,
  complete: 'All of the page is kept: it starts without a network.',
  nothing: 'Nothing',
  impossible: 'Not kept by this browser',
  settingsNotKept:
    'This browser keeps no settings for this page, or has no room left: they last until the tab is closed.',
  resultsNotKept:
    'This browser keeps no results for this page, or has no room left: they last until the tab is closed. Save what you need before.',
  remove: 'Delete',
  removeOne: (name: string) => `Delete: ${name}`,
  removeAll: 'Delete all of it',
};
