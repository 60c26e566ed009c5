import { chromium } from 'playwright-core';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, inject, onTestFinished } from 'vitest';
import { cameraFlags, type FakeCameras } from './fake-camera.ts';
import { SOFTWARE_WEBGPU } from './software-webgpu.ts';
import { observe } from './trouble.ts';
import type { Trouble } from './trouble.ts';

export interface VisitOptions extends FakeCameras {
  /** What the visitor answers when asked for the camera; allowed where not given. */
  readonly camera?: 'allowed' | 'denied';
  /** Software WebGPU, which proves correctness and never speed; none where not given. */
  readonly webgpu?: 'software' | 'none';
  /** Screen, colour scheme, motion … */
  readonly context?: BrowserContextOptions;
  /** Changes the page's surroundings before it is opened: patched platform objects, routed answers. */
  readonly prepare?: (page: Page) => Promise<unknown>;
  /** A host name that leads to the server as well; browsers trust only localhost without https. */
  readonly host?: string;
}

/** One visitor: a profile of its own with the page open, idle. */
export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Everything that should not happen, as it happens. */
  readonly trouble: Trouble;
}

/** The browsers of a file's tests, by what they were started with: a start costs a second. */
const browsers = new Map<string, Promise<Browser>>();

afterAll(async () => {
  const started = await Promise.allSettled(browsers.values());
  for (const each of started) if (each.status === 'fulfilled') await each.value.close();
});

function argumentsFor(options: VisitOptions): string[] {
  const webgpu = options.webgpu === 'software' ? SOFTWARE_WEBGPU : ['--disable-gpu'];
  return [
    '--disable-background-networking',
    ...(options.host === undefined ? [] : [`--host-resolver-rules=MAP ${options.host} 127.0.0.1`]),
    ...cameraFlags(options),
    ...webgpu,
  ];
}

/** A browser that runs; one that has crashed is replaced. */
async function browserWith(args: string[]): Promise<Browser> {
  const key = args.join(' ');
  const before = await browsers.get(key)?.catch(() => null);
  if (before?.isConnected() === true) return before;
  const browser = chromium.launch({
    executablePath: inject('browser'),
    chromiumSandbox: process.getuid?.() !== 0,
    args,
  });
  browsers.set(key, browser);
  return browser;
}

/**
 * A profile in which nothing was visited before; it is gone when the test ends. Without a service
 * worker, unless asked for: answers that a test routes are the server's.
 */
export async function newProfile(
  options: VisitOptions = {},
  context: BrowserContextOptions = {},
): Promise<BrowserContext> {
  const browser = await browserWith(argumentsFor(options));
  const profile = await browser.newContext({ serviceWorkers: 'block', ...context });
  onTestFinished(() => profile.close());
  return profile;
}

/** Opens the built page as a visitor would; everything is gone when the test ends. */
export async function visit(options: VisitOptions = {}): Promise<Visit> {
  const context = await newProfile(options, {
    viewport: { width: 1280, height: 720 },
    ...options.context,
  });
  // Where it is not granted, a headless browser denies it without asking.
  if (options.camera !== 'denied') await context.grantPermissions(['camera']);
  const page = await context.newPage();
  const url = new URL(inject('url'));
  if (options.host !== undefined) url.hostname = options.host;
  const trouble = observe(page, url.href);
  await options.prepare?.(page);
  await page.goto(url.href);
  return { page, context, trouble };
}
