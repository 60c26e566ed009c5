import { mount } from 'svelte';
import { packUrl } from './core/pack/default.ts';
import { Live } from './live/live.svelte.ts';
import { browserStorage, StoredSettings } from './live/settings.svelte.ts';
import App from './ui/App.svelte';

const target = document.querySelector('#app');
if (target === null) throw new Error('index.html has no #app');

const settings = new StoredSettings(browserStorage());
const live = new Live({
  settings,
  packUrl: packUrl(document.baseURI),
  spawn: () => new Worker(new URL('./pipeline/worker.ts', import.meta.url), { type: 'module' }),
});

mount(App, { target, props: { live, settings } });
