import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, JSHandle, Page } from 'playwright-core';
import { DEFAULT_PACK_ID } from '../../src/core/pack/default-pack-id.ts';
import { bundled } from '../browser/support/bundle.ts';
import type { OursOptions } from './page/ours.ts';
import { people } from './photos.ts';
import type { Sites } from './sites.ts';
import {
  isOurs,
  type Measured,
  type Mode,
  type Series,
  type Subject,
  type System,
} from './subjects.ts';

/** The packs that read beside the first. */
const SECOND: Partial<Record<System, string>> = {
  'ours-itself': DEFAULT_PACK_ID,
  'ours-two-packs': 'ferplus-48',
};

/** A system in a page of its own. */
export class OpenSubject {
  readonly page: Page;
  readonly #subject: JSHandle<Subject>;

  constructor(page: Page, subject: JSHandle<Subject>) {
    this.page = page;
    this.#subject = subject;
  }

  /** Milliseconds until the first frame was read. */
  load(): Promise<number> {
    return this.#subject.evaluate((subject) => subject.load());
  }

  async measure(series: Series): Promise<Measured> {
    await this.page.bringToFront();
    return this.#subject.evaluate((subject, asked) => subject.measure(asked), series);
  }

  close(): Promise<void> {
    return this.page.close();
  }
}

/** Opens systems in pages with nothing else in them. */
export class SubjectOpener {
  readonly #sites: Sites;
  readonly #workerPath: string;
  /** In the other build of the page; null without one. */
  readonly #workerPathBefore: string | null;
  readonly #photos = people();
  readonly #code = bundled('../../bench/page/ours.ts', 'ours');

  /** @param dist the built page; `against` is the other build, null for none */
  constructor(sites: Sites, dist: string, against: string | null) {
    this.#sites = sites;
    this.#workerPath = workerPath(dist);
    this.#workerPathBefore = against && workerPath(against);
  }

  async open(context: BrowserContext, system: System, mode: Mode): Promise<OpenSubject> {
    const page = await context.newPage();
    await page.goto(this.#address(system));
    if (isOurs(system)) await page.evaluate(await this.#code);
    const options = JSON.stringify(this.#options(system, mode));
    return new OpenSubject(page, await page.evaluateHandle<Subject>(`openSubject(${options})`));
  }

  #address(system: System): string {
    const { own, before, peers } = this.#sites;
    const site = system === 'ours-before' ? before : own;
    // Any address of our server will do but the page's own, which would start an analyser itself.
    return isOurs(system)
      ? `${site?.url ?? ''}/models/${DEFAULT_PACK_ID}/pack.json`
      : `${peers.url}/${system}.html`;
  }

  #options(system: System, mode: Mode): OursOptions {
    return {
      photos: this.#photos,
      mode,
      workerUrl: system === 'ours-before' ? (this.#workerPathBefore ?? '') : this.#workerPath,
      second: SECOND[system] ?? null,
      setup: {
        pack: { kind: 'shipped', id: DEFAULT_PACK_ID },
        head: null,
        backend: system === 'ours-webgpu' ? 'webgpu' : 'wasm',
        range: 'short',
        purpose: 'live',
      },
    };
  }
}

/** The address of a built page's analyser. */
function workerPath(dist: string): string {
  const worker = readdirSync(join(dist, 'assets')).find((name) =>
    /^analyser-worker-.*\.js$/.test(name),
  );
  if (worker === undefined) throw new Error(`There is no worker in ${dist}.`);
  return `/assets/${worker}`;
}
