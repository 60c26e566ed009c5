import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

const SECOND = 1000;

export default defineConfig({
  test: {
    // .ci/run counts from the files that the scripts of package.json name.
    reporters: ['default', 'json'],
    outputFile: { json: '.cache/results/last.json' },
    projects: [
      {
        plugins: [svelte({ configFile: false })],
        test: {
          name: 'unit',
          // A shared machine may stall for seconds.
          testTimeout: 20 * SECOND,
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/browser/**', 'tests/**/*.svelte.test.ts'],
        },
      },
      {
        plugins: [svelte({ configFile: false })],
        // Svelte for a server has another `untrack` and another `flushSync`, which do nothing.
        resolve: { conditions: ['browser'] },
        test: {
          // Where effects run, which they do not in what is compiled for a server.
          name: 'unit-effects',
          include: ['tests/**/*.svelte.test.ts'],
          environment: './tests/support/client-environment.ts',
          server: { deps: { inline: ['svelte'] } },
        },
      },
      {
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          globalSetup: 'tests/browser/support/setup.ts',
          // Inference takes all the processors there are: one browser at a time.
          fileParallelism: false,
          // A shared machine may stall for seconds; a fault of the page fails twice.
          retry: 1,
          testTimeout: 120 * SECOND,
          hookTimeout: 120 * SECOND,
          // What a busy machine takes to wind up a worker, or a software GPU for a frame.
          expect: { poll: { timeout: 20 * SECOND } },
        },
      },
    ],
  },
});
