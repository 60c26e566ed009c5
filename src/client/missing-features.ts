import type { MissingFeature } from '../core/session/missing-feature.ts';

/** As much of a window as is looked at; what a browser lacks is undefined. */
export interface BrowserScope {
  readonly isSecureContext: boolean;
  readonly crossOriginIsolated: boolean;
  readonly navigator: { readonly mediaDevices?: unknown };
  readonly WebAssembly?: unknown;
  readonly VideoDecoder?: unknown;
}

/**
 * What this browser lacks, the most serious first. What follows from an insecure address is not
 * listed beside it.
 *
 * @param storage whether it keeps anything for the page
 */
export function missingFeatures(scope: BrowserScope, storage: boolean): MissingFeature[] {
  const insecure = !scope.isSecureContext;
  const missing: MissingFeature[] = [];
  if (insecure) missing.push('insecure');
  if (scope.WebAssembly === undefined) missing.push('webassembly');
  if (!insecure && scope.navigator.mediaDevices === undefined) missing.push('camera');
  if (!insecure && scope.VideoDecoder === undefined) missing.push('video-decoder');
  if (!insecure && !scope.crossOriginIsolated) missing.push('threads');
  if (!storage) missing.push('storage');
  return missing;
}
