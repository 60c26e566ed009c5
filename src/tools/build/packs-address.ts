import type { Plugin, ResolvedConfig } from 'vite';

const MODULE = 'virtual:packs-address';
const RESOLVED = `\0${MODULE}`;

/** Scripts are built into a folder of their own; in development they may come from any. */
function folderFrom({ command, build }: ResolvedConfig): string {
  if (command === 'serve') return '/models/';
  const depth = build.assetsDir.split('/').filter((part) => part !== '').length;
  return `${'../'.repeat(depth)}models/`;
}

/**
 * `import address from 'virtual:packs-address'` gives the absolute address of the folder of packs,
 * wherever the page is served and whichever of its threads asks.
 */
export function packsAddress(): Plugin {
  let folder = '';
  return {
    name: 'packs-address',
    configResolved(config) {
      folder = folderFrom(config);
    },
    resolveId: (id) => (id === MODULE ? RESOLVED : null),
    load(id) {
      if (id !== RESOLVED) return null;
      return `export default new URL(/* @vite-ignore */ '${folder}', import.meta.url).href;`;
    },
  };
}
