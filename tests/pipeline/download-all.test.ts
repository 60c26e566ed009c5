import { afterEach, describe, expect, test, vi } from 'vitest';
import { downloadAll } from '../../src/pipeline/download/download-all.ts';
import { importProgram } from '../../src/pipeline/download/import-program.ts';
import type { RemoteFile } from '../../src/pipeline/download/remote-file.ts';
import type { Progress } from '../../src/core/session.ts';

function file(name: string, bytes: number): RemoteFile {
  return { name, url: `http://localhost/${name}`, bytes, sha256: null, revalidate: false };
}

/** A body of `bytes`, in pieces of ten. */
function body(bytes: number): ReadableStream<Uint8Array> {
  let sent = 0;
  return new ReadableStream({
    pull(controller) {
      if (sent >= bytes) controller.close();
      else controller.enqueue(new Uint8Array(10).fill(bytes % 256));
      sent += 10;
    },
  });
}

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('downloadAll', () => {
  test('gives the files in their order, with one progress that ends at the total', async () => {
    vi.stubGlobal('fetch', (url: string) =>
      Promise.resolve(new Response(body(url.endsWith('large') ? 9000 : 1000))),
    );
    const reports: Progress[] = [];
    const files = [file('large', 9000), file('small', 1000)] as const;
    const [large, small] = await downloadAll(files, (progress) => reports.push(progress));
    expect([large.length, small.length]).toEqual([9000, 1000]);
    expect(reports[0]).toEqual({ loaded: 0, total: 10_000 });
    expect(reports.at(-1)).toEqual({ loaded: 10_000, total: 10_000 });
    expect(reports.length).toBeLessThanOrEqual(102);
    const loaded = reports.map((report) => report.loaded);
    expect(loaded).toEqual(loaded.toSorted((one, other) => one - other));
  });

  test('the first failure stops the others', async () => {
    const signals: AbortSignal[] = [];
    vi.stubGlobal('fetch', (url: string, { signal }: { signal: AbortSignal }) => {
      signals.push(signal);
      const missing = Promise.resolve(new Response(null, { status: 404 }));
      return url.endsWith('missing') ? missing : new Promise(() => undefined);
    });
    const files = [file('missing', 10), file('endless', 10)];
    await expect(downloadAll(files, () => undefined)).rejects.toMatchObject({
      failure: { kind: 'asset-missing', name: 'missing', status: 404 },
    });
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, true]);
  });
});

describe('importProgram', () => {
  test('gives what was loaded', async () => {
    expect(await importProgram('a', () => Promise.resolve(7))).toBe(7);
  });

  test.each([
    [new TypeError('Failed to fetch'), { kind: 'asset-missing', name: 'a', status: null }],
    [new SyntaxError('Unexpected end'), { kind: 'asset-corrupt', name: 'a' }],
  ])('%s becomes a failure', async (error, failure) => {
    await expect(importProgram('a', () => Promise.reject(error))).rejects.toMatchObject({
      failure,
    });
  });
});
