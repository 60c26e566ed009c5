import type { MissingFeature } from '../../../core/session/missing-feature.ts';

export const page = {
  live: 'Live',
  evaluate: 'Evaluate',
  settings: 'Settings',
  about: 'What is this?',
  stop: 'Stop',
  navigation: 'Page',
  close: 'Close',
  dismiss: 'Dismiss',
  opening: 'Opening …',
  private: 'Nothing leaves this device.',
  guess: 'A model’s guess about an expression, not a feeling',
  dropToOpen: 'Drop to open',
  dropToEvaluate: 'Drop to evaluate',
};

/** Where a new version waits. */
export const update = {
  ready: 'A new version of this page is ready.',
  take: 'Load it',
  later: 'Later',
};

export const start = {
  title: 'Which expressions does a face show, and how are they blended?',
  lead: 'Blendscope reads six expressions from live video and says which one or two are shown, and in what proportion.',
  camera: 'Start camera',
  drawn: 'Try it without a camera',
  file: 'Open a video or photo',
  drop: 'or drop one anywhere on the page',
  noCamera: 'No camera was found, so a drawn face can stand in for one.',
  example: 'For example, a smile through tears',
  legend: 'The six expressions',
};

export const actions = {
  file: 'Open a file',
  drawn: 'Try it without a camera',
  retry: 'Try again',
  start: 'Back to start',
  goOn: 'Go on',
};

/** Where a part of the page could not be shown. */
export const broken = {
  title: 'Something unexpected stopped this part of the page.',
  advice: 'Choose “Go on” to show it again. Nothing is lost that was read or scored before.',
  unloaded: 'This part of the page could not be loaded.',
  unloadedAdvice: 'Check the connection, then choose “Try again”.',
};

const features: Readonly<Record<MissingFeature, string>> = {
  insecure:
    'This page has no secure address: the camera and clips do not work. Open it with https:// in front.',
  webassembly:
    'No WebAssembly: nothing can be read. Use a current Chrome, Edge, Firefox or Safari.',
  camera: 'No camera for web pages: the drawn face, videos and photos work.',
  'video-decoder': 'No WebCodecs: clips cannot be evaluated; predictions files can.',
  threads:
    'One processor only, as the server sends no isolation headers: readings come more slowly.',
  storage: 'No storage: settings and results last until this tab is closed.',
};

/** What the browser lacks, and what does not work without it. */
export const missing = {
  title: 'What does not work in this browser',
  features,
  noDecoder:
    'This browser cannot decode clips for a page. Predictions files can be scored; for clips, use a current Chrome, Edge, Firefox or Safari.',
  noDecoderInsecure:
    'The browser decodes no clips for a page without a secure address. Open the page with https:// in front; predictions files can be scored here.',
};
