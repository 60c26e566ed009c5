import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import {
  cacheControl,
  caddyHeaders,
  headersFile,
  securityHeaders,
} from '../../src/tools/headers.ts';

function policy(header: string | undefined): Map<string, string[]> {
  const rules = (header ?? '').split('; ').map((rule) => rule.split(' '));
  return new Map(rules.map(([name, ...sources]) => [name ?? '', sources]));
}

describe('securityHeaders', () => {
  test('no source of anything is another origin, nor inline or evaluated script', () => {
    const rules = policy(securityHeaders()['Content-Security-Policy']);
    const sources = new Set([...rules.values()].flat());
    expect([...sources].sort()).toEqual(["'none'", "'self'", "'wasm-unsafe-eval'", 'blob:']);
    expect(rules.get('script-src')).toEqual(["'self'", "'wasm-unsafe-eval'"]);
    expect(rules.get('connect-src')).toEqual(["'self'"]);
  });

  test('the camera, fullscreen and a lit screen are allowed and no other power', () => {
    const features = (securityHeaders()['Permissions-Policy'] ?? '').split(', ');
    expect(features.filter((feature) => !feature.endsWith('=()'))).toEqual([
      'camera=(self)',
      'fullscreen=(self)',
      'screen-wake-lock=(self)',
    ]);
    expect(features).toContain('microphone=()');
  });

  test('development differs by inline styles only', () => {
    const production = securityHeaders();
    const development = securityHeaders({ inlineStyles: true });
    const relaxed = production['Content-Security-Policy']?.replace(
      "style-src 'self'",
      "style-src 'self' 'unsafe-inline'",
    );
    expect(development).toEqual({ ...production, 'Content-Security-Policy': relaxed });
    expect(development).not.toEqual(production);
  });
});

test('cacheControl: only files with a hash in their names are kept unasked', () => {
  expect(cacheControl('/assets/worker-a1b2c3.js')).toContain('immutable');
  expect(cacheControl('/')).toBe('no-cache');
  expect(cacheControl('/models/default/encoder.onnx')).toBe('no-cache');
});

test('static/_headers says the same (vitest -u writes it)', async () => {
  await expect(headersFile()).toMatchFileSnapshot('../../static/_headers');
});

test('the container sends the same (vitest -u writes it)', async () => {
  await expect(caddyHeaders()).toMatchFileSnapshot('../../deploy/headers.caddy');
  const caddyfile = await readFile(new URL('../../deploy/Caddyfile', import.meta.url), 'utf8');
  for (const path of ['/assets/a-1.js', '/']) expect(caddyfile).toContain(cacheControl(path));
});
