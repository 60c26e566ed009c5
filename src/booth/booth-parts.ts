import type { ReadySetup } from '../client/ready-setup.ts';
import type { PackRef } from '../core/pack/pack-ref.ts';
import type { Settings } from '../core/session/settings.ts';
import type { WorkerPort } from '../messaging/request-bridge.ts';

/** What a booth is made of. */
export interface BoothParts {
  readonly settings: { readonly current: Settings };
  /** Local storage; null where the browser forbids it. */
  readonly storage: Storage | null;
  readonly pack: PackRef;
  readonly spawn: () => WorkerPort;
  readonly readySetup: ReadySetup;
  /** Names the page's own code, which draws the faces. */
  readonly program: string;
}
