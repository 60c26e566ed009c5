import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { runAsCommand } from './command.ts';

const LockfileSchema = v.object({
  packages: v.record(
    v.string(),
    v.object({ resolved: v.optional(v.string()), link: v.optional(v.boolean()) }),
  ),
});

/**
 * Packages of a package-lock.json (its text) that are tied to an address. Without addresses every
 * machine takes packages from its own registry, and `integrity` still says which bytes they are.
 */
export function addressedPackages(lockfile: string): string[] {
  const { packages } = v.parse(LockfileSchema, JSON.parse(lockfile));
  return Object.entries(packages)
    .filter(([, entry]) => entry.resolved !== undefined && entry.link !== true)
    .map(([path]) => path);
}

await runAsCommand(import.meta, () => {
  const found = addressedPackages(readFileSync('package-lock.json', 'utf8'));
  if (found.length === 0) return;
  throw new Error(
    `package-lock.json ties ${found.length} packages to addresses (${found.slice(0, 3).join(', ')} …): ` +
      'delete their "resolved" lines; .npmrc keeps npm from writing them.',
  );
});
