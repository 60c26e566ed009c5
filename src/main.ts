import { mount } from 'svelte';
import shippedPacks from 'virtual:shipped-packs';
import { DEFAULT_PACK_ID } from './core/pack/default-pack-id.ts';
import { listShipped } from './core/pack/listed-pack.ts';
import type { Booth } from './booth/booth.svelte.ts';
import type { Evaluation } from './evaluation/evaluation.svelte.ts';
import { Live } from './live/live.svelte.ts';
import { PackImport } from './live/pack-import.svelte.ts';
import { missingFeatures } from './client/missing-features.ts';
import { OfflineCopy } from './client/offline-copy.svelte.ts';
import { ReadySetup } from './client/ready-setup.ts';
import { KeptOnDevice } from './storage/kept-on-device.svelte.ts';
import { askToLast } from './storage/lasting-storage.ts';
import { StoredPacks } from './storage/stored-packs.svelte.ts';
import { StoredSettings } from './storage/settings.svelte.ts';
import { browserStorage } from './storage/stored-value.svelte.ts';
import { preferredLanguage } from './core/session/language.ts';
import { followPack, packIdIn } from './ui/models/pack-address.svelte.ts';
import Root from './ui/Root.svelte';
import { Language } from './ui/words/language.svelte.ts';
import { onPageHide } from './page-hide.ts';

const target = document.querySelector('#app');
if (target === null) throw new Error('index.html has no #app');

const storage = browserStorage();
const settings = new StoredSettings(storage);
const kept = new KeptOnDevice(storage, settings);
// This script's name changes with whatever the page is built of.
const readySetup = new ReadySetup(storage, import.meta.url);
const pack = { kind: 'shipped', id: DEFAULT_PACK_ID } as const;
const spawn = () =>
  new Worker(new URL('./analyser/worker.ts', import.meta.url), { type: 'module' });

const live = new Live({ settings, pack, spawn, readySetup });
const stored = new StoredPacks();
const imports = new PackImport({
  live,
  stored,
  spawnImporter: () =>
    new Worker(new URL('./packs/import/worker.ts', import.meta.url), { type: 'module' }),
  spawnAnalyser: spawn,
});

const offline = new OfflineCopy({
  container: 'serviceWorker' in navigator ? navigator.serviceWorker : null,
  reload: () => location.reload(),
});

let evaluation: Evaluation | null = null;

/** Fetched when it is first wanted: most visitors never evaluate. */
async function openEvaluation(): Promise<Evaluation> {
  const [{ Evaluation }, { browserPlatform }] = await Promise.all([
    import('./evaluation/evaluation.svelte.ts'),
    import('./evaluation/platform.ts'),
  ]);
  evaluation = new Evaluation({
    settings,
    pack: () => live.packRef,
    platform: browserPlatform(),
    spawn,
  });
  return evaluation;
}

let booth: Booth | null = null;

/** Fetched when it is first wanted, too; whoever opens it closes it. */
async function openBooth(): Promise<Booth> {
  void offline.keepAll();
  const { Booth } = await import('./booth/booth.svelte.ts');
  booth = new Booth({
    settings,
    storage,
    pack: live.packRef,
    spawn,
    readySetup,
    program: import.meta.url,
  });
  return booth;
}

const wanted = packIdIn(location.search);
if (wanted !== null) {
  live.choosePack((await stored.find(wanted)) ?? { kind: 'shipped', id: wanted });
}
const stopFollowing = followPack(live, stored);

const language = new Language();
await language.show(settings.current.language ?? preferredLanguage(navigator.languages));

mount(Root, {
  target,
  props: {
    live,
    settings,
    kept,
    offline,
    language,
    models: { shipped: shippedPacks.map(listShipped), stored, imports },
    missing: missingFeatures(window, storage !== null),
    openEvaluation,
    openBooth,
  },
});

// In development files come from the server alone.
if (import.meta.env.PROD) {
  const start = () => {
    void offline.start(new URL('sw.js', document.baseURI));
    void askToLast(window);
  };
  if (document.readyState === 'complete') start();
  else addEventListener('load', start, { once: true });
}

onPageHide(window, {
  rest: () => {
    live.stop();
    booth?.live.stop();
  },
  held: () =>
    [{ close: stopFollowing }, imports, stored, live, offline, evaluation, booth].filter(
      (part) => part !== null,
    ),
});
