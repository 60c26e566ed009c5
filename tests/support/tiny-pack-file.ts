import { join } from 'node:path';
import { FIXTURES } from './score.ts';

/** The path of a file of a pack with tiny networks: the fewer shaders there are, the sooner it reads. */
export function tinyPackFile(name: string): string {
  return join(FIXTURES, 'tiny-pack', name);
}
