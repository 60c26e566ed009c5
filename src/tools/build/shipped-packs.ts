import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { parsePack } from '../../core/pack/parse.ts';
import type { ShippedPack } from '../../core/pack/listed-pack.ts';

const MODULE = 'virtual:shipped-packs';
const RESOLVED = `\0${MODULE}`;

/** As much of a pack as a list of packs shows. */
async function listed(manifest: string, id: string): Promise<ShippedPack> {
  const { name, heads } = parsePack(JSON.parse(await readFile(manifest, 'utf8')), id);
  return { id, name, heads: heads.map(({ id: head, kind }) => ({ id: head, kind })) };
}

/** `import packs from 'virtual:shipped-packs'` gives a list of the packs under `dir`. */
export function shippedPacks(dir: string): Plugin {
  const manifest = (id: string) => join(dir, id, 'pack.json');
  return {
    name: 'shipped-packs',
    resolveId: (id) => (id === MODULE ? RESOLVED : null),
    async load(id) {
      if (id !== RESOLVED) return null;
      const ids = readdirSync(dir).filter((folder) => existsSync(manifest(folder)));
      const packs = await Promise.all(ids.map((pack) => listed(manifest(pack), pack)));
      return `export default ${JSON.stringify(packs)};`;
    },
  };
}
