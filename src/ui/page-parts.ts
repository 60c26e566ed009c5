import type { OfflineCopy } from '../client/offline-copy.svelte.ts';
import type { MissingFeature } from '../core/session/missing-feature.ts';
import type { Evaluation } from '../evaluation/evaluation.svelte.ts';
import type { KeptOnDevice } from '../storage/kept-on-device.svelte.ts';
import type { StoredSettings } from '../storage/settings.svelte.ts';
import type { Language } from './words/language.svelte.ts';
import type { Models } from './models/models.ts';
import type { Live } from '../live/live.svelte.ts';

/** What the page is made of, as the composition root makes it. */
export interface PageParts {
  readonly live: Live;
  readonly models: Models;
  readonly settings: StoredSettings;
  readonly kept: KeptOnDevice;
  readonly offline: OfflineCopy;
  readonly language: Language;
  /** What this browser lacks. */
  readonly missing: readonly MissingFeature[];
  readonly openEvaluation: () => Promise<Evaluation>;
}
