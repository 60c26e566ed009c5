import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** A module of this folder, with all it imports, as one classic script that sets `name`. */
export async function bundled(file: string, name: string): Promise<string> {
  const entry = fileURLToPath(new URL(file, import.meta.url));
  const output = await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, target: 'esnext', lib: { entry, formats: ['iife'], name } },
  });
  const [bundle] = Array.isArray(output) ? output : [];
  const chunk = bundle?.output[0];
  if (chunk === undefined) throw new Error(`${file} was not bundled`);
  return chunk.code;
}
