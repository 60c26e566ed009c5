import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'vite';
import type { OfflineFiles } from '../../offline/files.ts';
import { offlineFiles } from './offline-files.ts';

/** Beside the page, so that it may answer for all of it. */
const WORKER = 'sw.js';
const ENTRY = fileURLToPath(new URL('../../offline/worker.ts', import.meta.url));

const MODULE = 'virtual:offline-files';
const RESOLVED = `\0${MODULE}`;

function filesModule(files: OfflineFiles): Plugin {
  return {
    name: 'offline-files',
    resolveId: (id) => (id === MODULE ? RESOLVED : null),
    load: (id) => (id === RESOLVED ? `export default ${JSON.stringify(files)};` : null),
  };
}

/** Bundles the service worker for the page in `dir`, as it is now, and puts it there. */
export async function writeOfflineWorker(dir: string): Promise<void> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    plugins: [filesModule(offlineFiles(dir, WORKER))],
    build: {
      write: false,
      target: 'esnext',
      rolldownOptions: { input: ENTRY, output: { format: 'iife' } },
    },
  });
  const [bundle] = [built].flat();
  if (bundle === undefined || !('output' in bundle))
    throw new Error('No service worker was built.');
  await writeFile(join(dir, WORKER), bundle.output[0].code);
}

/** Builds the service worker once everything else is written: it knows all files by their content. */
export function offlineWorker(): Plugin {
  let dir = '';
  return {
    name: 'offline-worker',
    apply: 'build',
    configResolved({ root, build: { outDir } }) {
      dir = resolve(root, outDir);
    },
    writeBundle: { order: 'post', sequential: true, handler: () => writeOfflineWorker(dir) },
  };
}
