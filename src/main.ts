import { mount } from 'svelte';
import { DEFAULT_PACK_ID } from './core/pack/default.ts';
import { Live } from './live/live.svelte.ts';
import { browserStorage, StoredSettings } from './live/settings.svelte.ts';
import App from './ui/App.svelte';

const target = document.querySelector('#app');
if (target === null) throw new Error('index.html has no #app');

const settings = new StoredSettings(browserStorage());
const live = new Live({
  settings,
  packUrl: new URL(`models/${DEFAULT_PACK_ID}/pack.json`, document.baseURI).href,
  spawn: () => new Worker(new URL('./pipeline/worker.ts', import.meta.url), { type: 'module' }),
});

mount(App, { target, props: { live, settings } });
