import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { gpuFlags, withBrowser } from './browser.ts';

const COMPARED = [
  '@vladmandic/human',
  '@vladmandic/face-api',
  'onnxruntime-web',
  '@mediapipe/tasks-vision',
] as const;

function versionOf(name: string): string {
  const file = new URL(`../../node_modules/${name}/package.json`, import.meta.url);
  const { version } = JSON.parse(readFileSync(file, 'utf8')) as { readonly version: string };
  return `${name} ${version}`;
}

function browserVersion(): Promise<string> {
  return withBrowser(gpuFlags(false), (context) => {
    return Promise.resolve(context.browser()?.version() ?? 'of unknown version');
  });
}

/** Without which figures mean nothing: when, on what machine, in what browser, of what versions. */
export async function heading(): Promise<string> {
  const processors = cpus();
  return [
    new Date().toISOString().slice(0, 10),
    `${processors[0]?.model ?? 'unknown processor'}, ${processors.length} cores`,
    `Chromium ${await browserVersion()}`,
    COMPARED.map(versionOf).join(', '),
  ].join('\n');
}
