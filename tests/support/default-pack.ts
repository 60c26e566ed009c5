import { readFileSync } from 'node:fs';
import { DEFAULT_PACK_ID } from '../../src/core/pack/default-pack-id.ts';

const MANIFEST = new URL(`../../models/${DEFAULT_PACK_ID}/pack.json`, import.meta.url);

/** What the page calls the pack it starts with. */
export const DEFAULT_PACK_NAME = (
  JSON.parse(readFileSync(MANIFEST, 'utf8')) as { readonly name: string }
).name;
