import { expect, test } from 'vitest';
import { addressedPackages } from '../../src/tools/check-lockfile.ts';

const clean = {
  '': { name: 'page' },
  'node_modules/a': { version: '1.0.0', integrity: 'sha512-x' },
};

function lockfile(packages: object): string {
  return JSON.stringify({ name: 'page', lockfileVersion: 3, packages });
}

test('a lock file without addresses passes', () => {
  expect(addressedPackages(lockfile(clean))).toEqual([]);
});

test('packages tied to an address are named', () => {
  const tied = {
    ...clean,
    'node_modules/b': { version: '1.0.0', resolved: 'https://registry.example/b/-/b-1.0.0.tgz' },
    'node_modules/c': { version: '2.0.0', resolved: 'git+ssh://git@example.org/c.git#0a1b2c' },
  };
  expect(addressedPackages(lockfile(tied))).toEqual(['node_modules/b', 'node_modules/c']);
});

test('a link to a folder of the project is no address', () => {
  const linked = { ...clean, 'node_modules/d': { resolved: 'packages/d', link: true } };
  expect(addressedPackages(lockfile(linked))).toEqual([]);
});

test('what is no lock file is refused', () => {
  expect(() => addressedPackages('{"dependencies": {}}')).toThrow();
});
