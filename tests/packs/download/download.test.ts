import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { TaskQueue } from '../../../src/core/async/task-queue.ts';
import { download } from '../../../src/packs/download/download.ts';
import { importProgram } from '../../../src/packs/download/import-program.ts';
import type { FileSource } from '../../../src/packs/download/file-source.ts';
import { Meter } from '../../../src/packs/download/meter.ts';
import { remoteSource } from '../../../src/packs/download/remote-source.ts';
import type { Progress } from '../../../src/core/session/session.ts';
import { FakeCheckedFiles } from '../../support/file-sources.ts';

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

/** As a fetch that is never answered. */
function untilAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => {
      reject(signal.reason as Error);
    });
  });
}

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('download', () => {
  const reports: Progress[] = [];
  let checked: FakeCheckedFiles;

  let stop: AbortController;

  function file(name: string, bytes: number): FileSource {
    const url = `http://localhost/${name}`;
    return remoteSource({ name, url, bytes, sha256: null, revalidate: false }, checked);
  }

  function start<const Files extends Readonly<Record<string, FileSource | null>>>(files: Files) {
    const progress = (told: Progress) => reports.push(told);
    const meter = new Meter(Object.values(files), progress);
    const options = { signal: stop.signal, meter, line: new TaskQueue() };
    return { meter, contents: download(files, options) };
  }

  beforeEach(() => {
    reports.length = 0;
    checked = new FakeCheckedFiles();
    stop = new AbortController();
  });

  test('gives each file, with one progress that ends at the total', async () => {
    vi.stubGlobal('fetch', (url: string) =>
      Promise.resolve(new Response(body(url.endsWith('large') ? 9000 : 1000))),
    );
    const { contents } = start({
      large: file('large', 9000),
      small: file('small', 1000),
      none: null,
    });
    const [large, small] = await Promise.all([contents.large, contents.small]);
    expect(await contents.none).toBeNull();
    expect([large.length, small.length]).toEqual([9000, 1000]);
    expect(reports[0]).toEqual({ loaded: 0, total: 10_000 });
    expect(reports.at(-1)).toEqual({ loaded: 10_000, total: 10_000 });
    expect(reports.length).toBeLessThanOrEqual(102);
    const loaded = reports.map((report) => report.loaded);
    expect(loaded).toEqual(loaded.toSorted((one, other) => one - other));
  });

  test('a file that is kept does not wait for one that is fetched', async () => {
    checked.kept.set('short', new Uint8Array(10));
    vi.stubGlobal('fetch', () => new Promise(() => undefined));
    const { contents } = start({ endless: file('endless', 10), short: file('short', 10) });
    expect((await contents.short).length).toBe(10);
  });

  test('files are fetched one after the other, as they are named', async () => {
    const asked: string[] = [];
    const answers: ((response: Response) => void)[] = [];
    vi.stubGlobal('fetch', (url: string) => {
      asked.push(url.slice('http://localhost/'.length));
      return new Promise<Response>((resolve) => answers.push(resolve));
    });
    const { contents } = start({ first: file('first', 10), second: file('second', 10) });
    await vi.waitFor(() => {
      expect(asked).toEqual(['first']);
    });
    answers[0]!(new Response(body(10)));
    await contents.first;
    await vi.waitFor(() => {
      expect(asked).toEqual(['first', 'second']);
    });
    answers[1]!(new Response(body(10)));
    expect((await contents.second).length).toBe(10);
  });

  test('the first failure is everybody’s, and stops the others', async () => {
    const signals: AbortSignal[] = [];
    vi.stubGlobal('fetch', (url: string, { signal }: { signal: AbortSignal }) => {
      signals.push(signal);
      const missing = Promise.resolve(new Response(null, { status: 404 }));
      return url.endsWith('missing') ? missing : untilAborted(signal);
    });
    const { contents } = start({
      missing: file('missing', 10),
      endless: file('endless', 10),
    });
    for (const content of Object.values(contents)) {
      await expect(content).rejects.toMatchObject({
        failure: { kind: 'asset-missing', name: 'missing', status: 404 },
      });
    }
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, true]);
  });

  test('what was fetched is kept, and not fetched again', async () => {
    const fetched = vi.fn(() => Promise.resolve(new Response(body(50))));
    vi.stubGlobal('fetch', fetched);
    const first = await start({ a: file('a', 50) }).contents.a;
    const second = await start({ a: file('a', 50) }).contents.a;
    expect(second).toEqual(first);
    expect(fetched).toHaveBeenCalledTimes(1);
    expect(reports.at(-1)).toEqual({ loaded: 50, total: 50 });
  });

  test('what is kept but too short is fetched again', async () => {
    checked.kept.set('a', new Uint8Array(49));
    vi.stubGlobal('fetch', () => Promise.resolve(new Response(body(50))));
    expect((await start({ a: file('a', 50) }).contents.a).length).toBe(50);
    expect(checked.kept.get('a')?.length).toBe(50);
  });

  test('what fails its check is not kept', async () => {
    vi.stubGlobal('fetch', () => Promise.resolve(new Response(body(40))));
    await expect(start({ a: file('a', 50) }).contents.a).rejects.toMatchObject({
      failure: { kind: 'asset-truncated' },
    });
    expect(checked.kept.size).toBe(0);
  });

  test('ends when it is told to', async () => {
    vi.stubGlobal('fetch', (_: string, { signal }: { signal: AbortSignal }) =>
      untilAborted(signal),
    );
    const { contents } = start({ endless: file('endless', 10) });
    stop.abort(new Error('enough'));
    await expect(contents.endless).rejects.toThrow('enough');
  });

  test('says again how far it is when asked', async () => {
    vi.stubGlobal('fetch', () => Promise.resolve(new Response(body(50))));
    const { contents, meter } = start({ a: file('a', 50) });
    await contents.a;
    const told = reports.length;
    meter.report();
    expect(reports.slice(told)).toEqual([{ loaded: 50, total: 50 }]);
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
