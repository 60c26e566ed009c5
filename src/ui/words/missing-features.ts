import type { MissingFeature } from '../../core/session/missing-feature.ts';

const WORDS: Readonly<Record<MissingFeature, string>> = {
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
export function missingWords(feature: MissingFeature): string {
  return WORDS[feature];
}

/** Why clips cannot be decoded. */
export function undecodableWords(secure: boolean): string {
  return secure
    ? 'This browser cannot decode clips for a page. Predictions files can be scored; for clips, use a current Chrome, Edge, Firefox or Safari.'
    : 'The browser decodes no clips for a page without a secure address. Open the page with https:// in front; predictions files can be scored here.';
}
