import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { expect, inject, test } from 'vitest';
import { securityHeaders } from '../../src/tools/headers.ts';
import { DIST } from '../../src/tools/serve.ts';
import { visit } from './support/launch.ts';

/** Addresses of all that was built, and of something that was not. */
function addresses(): string[] {
  const files = readdirSync(DIST, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(DIST, join(entry.parentPath, entry.name)).split(sep).join('/'));
  return ['', ...files, 'assets/missing.onnx'].map((file) => `${inject('url')}/${file}`);
}

/** The security headers that an answer lacks or has otherwise. */
function wrong(headers: Headers): string[] {
  const expected = Object.entries(securityHeaders());
  return expected.filter(([name, value]) => headers.get(name) !== value).map(([name]) => name);
}

test('every built file comes with every security header, and so does a 404', async () => {
  const answers = await Promise.all(addresses().map((url) => fetch(url, { method: 'HEAD' })));
  expect(answers.filter(({ status }) => status === 404)).toHaveLength(1);
  expect(answers.flatMap(({ url, headers }) => wrong(headers).map((name) => [url, name]))).toEqual(
    [],
  );
});

test('networks and programs have the types that browsers insist on', async () => {
  const typed = /\.(?:m?js|wasm|css)$/;
  const types: Readonly<Record<string, string>> = {
    js: 'text/javascript',
    mjs: 'text/javascript',
    css: 'text/css',
    wasm: 'application/wasm',
  };
  const built = addresses().filter((url) => typed.test(url));
  expect(built.some((url) => url.endsWith('.wasm'))).toBe(true);
  for (const url of built) {
    const { headers } = await fetch(url, { method: 'HEAD' });
    expect(headers.get('content-type'), url).toBe(types[url.split('.').at(-1) ?? '']);
  }
});

test('the page is isolated, which threads need, and its own policy refuses it nothing', async () => {
  const { page, trouble } = await visit();
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
  await page.getByRole('button', { name: 'Start camera' }).waitFor();
  expect(trouble.errors).toEqual([]);
});
