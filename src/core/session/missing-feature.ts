/**
 * What the page needs of a browser and does not find, by what fails without it. `insecure`: the
 * address is neither https nor this computer's own, for which browsers leave out most of the rest.
 */
export type MissingFeature =
  'insecure' | 'camera' | 'webassembly' | 'video-decoder' | 'threads' | 'storage';
