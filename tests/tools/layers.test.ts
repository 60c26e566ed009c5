import { readFileSync, readdirSync, existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { ESLint } from 'eslint';
import { beforeAll, describe, expect, test } from 'vitest';

const SRC = fileURLToPath(new URL('../../src', import.meta.url));
const FOLDERS = readdirSync(SRC, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

interface Restrictions {
  readonly patterns: readonly { readonly message: string }[];
}

const eslint = new ESLint();

/** Folders and packages that the linter lets the files of a folder import. */
async function allowedBy(folder: string): Promise<Set<string>> {
  const config = (await eslint.calculateConfigForFile(join(SRC, folder, 'any.ts'))) as {
    readonly rules: Readonly<Record<string, readonly [number, Restrictions]>>;
  };
  const rule = config.rules['@typescript-eslint/no-restricted-imports'];
  expect(rule, `a layer for ${folder}`).toBeDefined();
  const lists = rule![1].patterns.flatMap(({ message }) => {
    const [, folders] = /^Only (?!types of)(.*) may be imported here\.$/.exec(message) ?? [];
    const [, packages] = /^Of packages, only .* here: (.*)\.$/.exec(message) ?? [];
    return [folders ?? '', packages === 'none' ? '' : (packages ?? '')];
  });
  const names = lists.flatMap((list) => list.split(', ')).filter((name) => name !== '');
  const first = (name: string) =>
    FOLDERS.includes(name.split('/')[0]!) ? name.split('/')[0]! : name;
  return new Set(names.map(first).filter((name) => name !== folder));
}

// Loading ESLint and its plugins takes seconds where the machine is busy.
beforeAll(() => allowedBy('core'), 120_000);

describe.each(FOLDERS)('src/%s/README.md', (folder) => {
  const path = join(SRC, folder, 'README.md');
  const text = existsSync(path) ? readFileSync(path, 'utf8') : '';

  test('has at most fifteen lines, with a contract, a thread and imports', () => {
    expect(text.trim().split('\n').length).toBeLessThanOrEqual(15);
    for (const part of ['Contract', 'Thread', 'May import']) expect(text).toContain(`**${part}.**`);
  });

  test('names what the linter lets be imported, and nothing else', async () => {
    const [, line = ''] = /\*\*May import\.\*\*(.*)/.exec(text) ?? [];
    const named = [...line.matchAll(/`([^`]+)`/g)].map(([, name]) => name!);
    expect(named.toSorted()).toEqual([...(await allowedBy(folder))].toSorted());
  });
});
