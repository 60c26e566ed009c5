import { fileURLToPath } from 'node:url';

/**
 * Runs `main` where the module was started as a program, not imported. An error becomes its
 * message on stderr and exit code 1.
 */
export async function runAsCommand(
  module: ImportMeta,
  main: () => void | Promise<void>,
): Promise<void> {
  if (process.argv[1] !== fileURLToPath(module.url)) return;
  try {
    await main();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
