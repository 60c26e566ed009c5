import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** Where Python and the exporter’s packages are; needed by whatever reads with them. */
export const PYTHON = join(ROOT, '.cache/python/bin/python');
export const EXPORTER = join(ROOT, 'models/export');

/** The folder in which models/export/reduced.sh has left a small version of an encoder. */
export function exportedPack(id: string): string {
  return join(ROOT, '.cache/exported', id);
}

/** Said of a test that cannot run, behind its title; empty where it can. */
export function missingExports(ids: readonly string[]): string {
  const there = ids.every((id) => existsSync(join(exportedPack(id), 'pack.json')));
  return there && existsSync(PYTHON) ? '' : ' (not without Python: see models/export/README.md)';
}
