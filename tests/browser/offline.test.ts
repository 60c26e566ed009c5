import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import sirv from 'sirv';
import { expect, onTestFinished, test } from 'vitest';
import { KEPT } from '../../src/core/session/kept-places.ts';
import { writeOfflineWorker } from '../../src/tools/build/offline-worker.ts';
import { securityHeaders } from '../../src/tools/headers.ts';
import { DIST, serve } from '../../src/tools/serve.ts';
import { newProfile } from './support/launch.ts';
import { button, startDrawnFace } from './support/page.ts';
import { observe } from './support/trouble.ts';

/** A visitor of a server of the test's own, which can be stopped and started again. */
async function visitOwn(dir: string) {
  let server = await serve({ dir, port: 0 });
  onTestFinished(() => server.close());
  const context = await newProfile(
    {},
    { viewport: { width: 1280, height: 720 }, serviceWorkers: 'allow' },
  );
  const page = await context.newPage();
  const trouble = observe(page, server.url);
  await page.goto(server.url);
  const port = Number(new URL(server.url).port);
  return {
    page,
    trouble,
    stop: () => server.close(),
    start: async () => {
      server = await serve({ dir, port });
    },
  };
}

/** The names of the kept parts of the program. */
function keptProgram(page: Page): Promise<string[]> {
  return page.evaluate(async (name) => {
    const requests = await (await caches.open(name)).keys();
    return requests.map(({ url }) => new URL(url).pathname);
  }, KEPT.program.name);
}

/** Until all of the page is kept, as Settings says. */
async function untilComplete(page: Page): Promise<void> {
  await button(page, 'Settings').click();
  await page.getByText('All of the page is kept: it starts without a network.').waitFor();
  await button(page, 'Close').click();
}

/** Looks for a new version, which there is. @returns what becomes of it first */
function lookForUpdate(page: Page): Promise<ServiceWorkerState> {
  return page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    return new Promise<ServiceWorkerState>((resolve, reject) => {
      // Listened to from its first moment on: it may have failed before the update is answered.
      registration.addEventListener('updatefound', () => {
        const { installing } = registration;
        installing?.addEventListener('statechange', () => resolve(installing.state));
      });
      registration.update().catch(reject);
    });
  });
}

test('after one visit the page starts and reads a face without a server', async () => {
  const { page, trouble, stop } = await visitOwn(DIST);
  // A first visit keeps what it has fetched anyway, and nothing of the analyser.
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  const first = await keptProgram(page);
  expect(first).toContain('/');
  expect(first.filter((path) => /worker|ort\.|vision|Evaluate|models/.test(path))).toEqual([]);

  await startDrawnFace(page);
  await untilComplete(page);
  const { installabilityErrors } = await (
    await page.context().newCDPSession(page)
  ).send('Page.getInstallabilityErrors');
  // Nothing else is in the way of installing it than that a test's profile is one for private visits.
  expect(installabilityErrors.map(({ errorId }) => errorId)).toEqual(['in-incognito']);
  const names = await page.evaluate(() => caches.keys());
  expect(names.toSorted()).toEqual([KEPT.files.name, KEPT.program.name].toSorted());
  await stop();
  await page.reload();
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
  await startDrawnFace(page);
  await page.getByRole('link', { name: 'Evaluate' }).click();
  await button(page, 'Choose files').waitFor();
  expect(trouble.errors).toEqual([]);
  expect(trouble.foreign).toEqual([]);
});

/** A copy of the built page that a test may change. */
async function copyOfPage(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'blendscope-page-'));
  onTestFinished(() => rm(dir, { recursive: true }));
  await cp(DIST, dir, { recursive: true });
  return dir;
}

test('a new version is offered once it is whole, and a broken one replaces nothing', async () => {
  const dir = await copyOfPage();
  const { page, stop, start } = await visitOwn(dir);
  await startDrawnFace(page);
  await untilComplete(page);

  // Each version has a server of its own: it knows the files that were there when it started.
  await stop();
  const html = await readFile(join(dir, 'index.html'), 'utf8');
  const titled = (title: string) => html.replace(/<title>.*<\/title>/, `<title>${title}</title>`);
  await writeFile(join(dir, 'index.html'), titled('Second'));
  await writeOfflineWorker(dir);
  // What arrives is not what was built.
  await writeFile(join(dir, 'index.html'), titled('Broken'));
  await start();
  expect(await lookForUpdate(page)).toBe('redundant');
  await stop();
  await page.reload();
  expect(await page.title()).toBe('Blendscope');
  await startDrawnFace(page);

  await writeFile(join(dir, 'index.html'), titled('Second'));
  await start();
  await page.reload();
  const notice = page.getByText('A new version of this page is ready.');
  await notice.waitFor();
  expect(await page.title()).toBe('Blendscope');
  await startDrawnFace(page);
  expect(await notice.count()).toBe(0);
  await button(page, 'Stop').click();
  await button(page, 'Load it').click();
  await expect.poll(() => page.title()).toBe('Second');
  await stop();
  await page.reload();
  expect(await page.title()).toBe('Second');
  await startDrawnFace(page);
});

test('the service worker cannot reach another origin either', async () => {
  const { page } = await visitOwn(DIST);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  const [worker] = page.context().serviceWorkers();
  const answer = await worker?.evaluate((address) => {
    const refused = new Promise<string>((resolve) => {
      addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
        resolve(`refused by ${effectiveDirective}`);
      });
    });
    return fetch(address).then(
      (response) => response.text(),
      () => refused,
    );
  }, 'https://elsewhere.example/collect');
  expect(answer).toBe('refused by connect-src');
});

/** The built page as a static host serves it that sends no headers of ours. */
async function serveWithoutHeaders(): Promise<string> {
  const server = createServer(sirv(DIST, { etag: true }));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return `http://localhost:${(server.address() as AddressInfo).port}`;
}

test('where the host sends no headers the second visit is isolated and held to the policy', async () => {
  const url = await serveWithoutHeaders();
  const page = await (await newProfile({}, { serviceWorkers: 'allow' })).newPage();
  const isolated = () => page.evaluate(() => crossOriginIsolated);
  await page.goto(url);
  expect(await isolated()).toBe(false);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await page.reload();
  expect(await isolated()).toBe(true);
  await startDrawnFace(page);
  const policy = await page.evaluate(async () =>
    (await fetch('./')).headers.get('content-security-policy'),
  );
  expect(policy).toBe(securityHeaders()['Content-Security-Policy']);
});
