import { createHash } from 'node:crypto';
import type { BoothOptions } from '../../src/booth/booth-options.ts';
import { MeasuredTargets } from '../../src/booth/measured-targets.ts';
import type { Prediction } from '../../src/core/blemore/prediction.ts';
import { KEPT } from '../../src/core/session/kept-places.ts';
import { fakeStorage } from './fake-storage.ts';

export interface KeptBooth {
  /** The page's address, with a slash at its end. */
  readonly url: string;
  /** The manifest of the pack that reads. */
  readonly manifest: Uint8Array;
  /** What visitors are asked to show, the easiest first. */
  readonly targets: readonly Prediction[];
  readonly options: Partial<BoothOptions>;
}

/** What local storage has of a booth that its operator has set up, and whose model was measured. */
export async function keptBooth({ url, manifest, targets, options }: KeptBooth) {
  const html = await (await fetch(url)).text();
  const [, script = ''] = /<script type="module"[^>]* src="([^"]+)"/.exec(html) ?? [];
  const sha256 = createHash('sha256').update(manifest).digest('hex');
  const storage = fakeStorage();
  new MeasuredTargets(storage, new URL(script, url).href).remember(
    sha256,
    null,
    targets.map((target) => ({ target, presence: 1, salience: 1, nearness: 1 })),
  );
  storage.setItem(KEPT.booth.name, JSON.stringify(options));
  return [KEPT.boothTargets.name, KEPT.booth.name].map((key) => [key, storage.getItem(key)!]);
}
