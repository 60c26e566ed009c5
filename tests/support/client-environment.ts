import type { Environment } from 'vitest/runtime';

/**
 * Node, with modules compiled as for a browser: Svelte's effects run, which they do not on a server.
 * There is no DOM; a test stands in for what it needs.
 */
const environment: Environment = {
  name: 'client',
  viteEnvironment: 'client',
  setup: () => ({ teardown: () => undefined }),
};

export default environment;
