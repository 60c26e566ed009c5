import { basename, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';
import { assets } from './src/tools/build/assets.ts';
import { customMediaNames } from './src/tools/build/custom-media.ts';
import { minified } from './src/tools/build/minified.ts';
import { modelPacks } from './src/tools/build/model-packs.ts';
import { offlineWorker } from './src/tools/build/offline-worker.ts';
import { packsAddress } from './src/tools/build/packs-address.ts';
import { shippedPacks } from './src/tools/build/shipped-packs.ts';
import { attachMetadata } from './src/tools/detector/attach-metadata.ts';
import { detectorMetadata } from './src/tools/detector/metadata.ts';
import { limitSpinning } from './src/tools/onnxruntime/limit-spinning.ts';
import { securityHeaders } from './src/tools/headers.ts';

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

const NOT_THE_ENTRY = /^(?!.*\/(?:index\.html|src\/main\.ts)$)/;

function shippedAssets() {
  return assets({
    cacheDir: path('./.cache/assets'),
    prepare: {
      '.tflite': (model) => attachMetadata(model, detectorMetadata()),
      '/ort-wasm-simd-threaded.wasm': limitSpinning,
      '/vision_wasm_module_internal.js': minified,
    },
  });
}

export default defineConfig({
  // Relative addresses: the built page works in any folder of a static host.
  base: './',
  publicDir: 'static',
  // A missing model must be a 404, never the page.
  appType: 'mpa',
  plugins: [
    customMediaNames(path('./src/ui/styles/breakpoints.css')),
    svelte(),
    shippedAssets(),
    modelPacks(path('./models')),
    shippedPacks(path('./models')),
    packsAddress(),
    offlineWorker(),
  ],
  worker: {
    format: 'es',
    plugins: () => [shippedAssets(), packsAddress()],
    rolldownOptions: {
      checks: { bundlerTimings: false },
      output: {
        // Each is a `worker.ts` in a folder of its own, which says what it does.
        entryFileNames: ({ facadeModuleId }) =>
          `assets/${basename(dirname(facadeModuleId ?? ''))}-worker-[hash].js`,
      },
    },
  },
  // Both find their own files by import.meta.url, which bundling in advance would move.
  optimizeDeps: { exclude: ['onnxruntime-web', '@mediapipe/tasks-vision'] },
  build: {
    // onnxruntime-web awaits at the top level; what is written here runs in Safari 17.4 and later.
    target: 'esnext',
    // The policy allows no data: addresses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      checks: { bundlerTimings: false },
      output: {
        codeSplitting: {
          // What the page starts with is one file, not one for each set of parts that share it. The
          // entry awaits a language, which would wait for the entry if it were in the same file.
          groups: [{ name: 'page', tags: ['$initial'], test: NOT_THE_ENTRY }],
        },
      },
    },
    // The largest is onnxruntime-web's own glue.
    chunkSizeWarningLimit: 1000,
  },
  server: { headers: securityHeaders({ inlineStyles: true }) },
});
