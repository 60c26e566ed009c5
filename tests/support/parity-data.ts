import { readFileSync } from 'node:fs';
import { parseParity, type ParityData } from '../../src/tools/parity/schema.ts';

/** The reference implementation's answers. */
export function parityData(): ParityData {
  const file = new URL('../fixtures/parity/blemore-common.json', import.meta.url);
  return parseParity(readFileSync(file, 'utf8'));
}
