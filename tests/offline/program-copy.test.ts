import { describe, expect, test } from 'vitest';
import { KEPT } from '../../src/core/session/kept-places.ts';
import type { OfflineFiles, ProgramFile } from '../../src/offline/files.ts';
import { ProgramCopy } from '../../src/offline/program-copy.ts';
import { FakeCaches } from '../support/fake-caches.ts';

const SCOPE = 'https://page.example/demo/';
const PAGE: ProgramFile = { path: '', integrity: 'sha256-page1', first: true };
const SCRIPT: ProgramFile = { path: 'assets/a-1.js', integrity: 'sha256-a/1+', first: false };

function offlineFiles(program: readonly ProgramFile[]): OfflineFiles {
  return { program, large: [], headers: { 'Cross-Origin-Opener-Policy': 'same-origin' } };
}

/** A copy over a server that answers with what `answers` has for a path, and with 404 otherwise. */
function copyOf(program: readonly ProgramFile[], answers: Record<string, Response | Error> = {}) {
  const caches = new FakeCaches();
  const asked: [address: string, init: RequestInit | undefined][] = [];
  const network = {
    caches,
    fetch: (address: string, init?: RequestInit) => {
      asked.push([address, init]);
      const answer = answers[address.slice(SCOPE.length)];
      if (answer instanceof Error) return Promise.reject(answer);
      return Promise.resolve(answer?.clone() ?? new Response('none', { status: 404 }));
    },
  };
  const next = (files: readonly ProgramFile[]) =>
    new ProgramCopy(network, SCOPE, offlineFiles(files));
  return { copy: next(program), next, caches, asked };
}

describe('fileAt(address)', () => {
  const { copy } = copyOf([PAGE, SCRIPT]);

  test.each([SCOPE, `${SCOPE}index.html`, `${SCOPE}?from=mail`, `${SCOPE}#booth`])(
    'is the page itself for %s',
    (address) => {
      expect(copy.fileAt(address)).toBe(PAGE);
    },
  );

  test('is a file of the program, and nothing for the rest', () => {
    expect(copy.fileAt(`${SCOPE}assets/a-1.js`)).toBe(SCRIPT);
    expect(copy.fileAt(`${SCOPE}assets/net.onnx`)).toBeNull();
    expect(copy.fileAt('https://page.example/other/')).toBeNull();
  });
});

describe('keep(file)', () => {
  test('checks a file by its content, and asks once', async () => {
    const { copy, asked } = copyOf([SCRIPT], { 'assets/a-1.js': new Response('1') });
    await copy.keep(SCRIPT);
    await copy.keep(SCRIPT);
    expect(asked).toEqual([
      [`${SCOPE}assets/a-1.js`, { integrity: SCRIPT.integrity, cache: 'default' }],
    ]);
    expect(await (await copy.answer(SCRIPT)).text()).toBe('1');
    expect(asked).toHaveLength(1);
  });

  test('asks the server about a file whose name has no hash', async () => {
    const { copy, asked } = copyOf([PAGE], { '': new Response('page') });
    await copy.keep(PAGE);
    expect(asked[0]?.[1]?.cache).toBe('no-cache');
  });

  test('adds the security headers that the host leaves out, and no others', async () => {
    const headers = { 'content-encoding': 'br', 'content-type': 'text/html' };
    const { copy } = copyOf([PAGE], { '': new Response('page', { headers }) });
    await copy.keep(PAGE);
    const kept = await copy.answer(PAGE);
    expect(Object.fromEntries(kept.headers)).toEqual({
      'content-type': 'text/html',
      'cross-origin-opener-policy': 'same-origin',
    });
  });

  test.each([
    ['is not there', new Response('no', { status: 404 })],
    ['does not arrive, or is another', new TypeError('Failed to fetch')],
  ])('keeps nothing of a file that %s', async (_, answer) => {
    const { copy, caches } = copyOf([SCRIPT], { 'assets/a-1.js': answer });
    await expect(copy.keep(SCRIPT)).rejects.toThrow();
    expect(caches.addresses(KEPT.program.name)).toEqual([]);
  });

  test('rejects where there is no room', async () => {
    const { copy, caches } = copyOf([PAGE], { '': new Response('page') });
    caches.full = true;
    await expect(copy.keep(PAGE)).rejects.toThrow();
  });
});

describe('answer(file)', () => {
  test('is what arrives, which is kept for the next time', async () => {
    const { copy, asked } = copyOf([SCRIPT], { 'assets/a-1.js': new Response('1') });
    expect(await (await copy.answer(SCRIPT)).text()).toBe('1');
    expect(await (await copy.answer(SCRIPT)).text()).toBe('1');
    expect(asked).toHaveLength(1);
  });

  test('is there without room to keep it, too', async () => {
    const { copy, caches } = copyOf([PAGE], { '': new Response('page') });
    caches.full = true;
    expect(await (await copy.answer(PAGE)).text()).toBe('page');
  });

  test('rejects for a file that does not arrive as it was built', async () => {
    const { copy } = copyOf([PAGE], { '': new TypeError('Failed to fetch') });
    await expect(copy.answer(PAGE)).rejects.toThrow();
  });
});

test('a version is kept beside the one before, which goes when it takes over', async () => {
  const { copy, next, caches, asked } = copyOf([PAGE, SCRIPT], {
    '': new Response('page'),
    'assets/a-1.js': new Response('1'),
  });
  await copy.keepAll();
  const changed = { ...PAGE, integrity: 'sha256-page2' };
  const update = next([changed, SCRIPT]);
  await update.keepAll();
  // What did not change is not fetched again.
  expect(asked).toHaveLength(3);
  const addresses = () => caches.addresses(KEPT.program.name);
  const keyOf = ({ path, integrity }: ProgramFile) =>
    `${SCOPE}${path}?${encodeURIComponent(integrity)}`;
  expect(addresses()).toContain(keyOf(PAGE));
  const elsewhere = await caches.open(KEPT.program.name);
  await elsewhere.put('https://page.example/other/?sha256-x', new Response('other'));

  await update.prune();
  expect(addresses().toSorted()).toEqual(
    [keyOf(changed), keyOf(SCRIPT), 'https://page.example/other/?sha256-x'].toSorted(),
  );
});
