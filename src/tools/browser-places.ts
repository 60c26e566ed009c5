import { posix, win32 } from 'node:path';

/** The machine, as far as it decides where browsers are. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
}

const LINUX_NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
];

const MAC_APPS = ['Google Chrome', 'Chromium', 'Microsoft Edge'];

const WINDOWS_PROGRAMS = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
];

function onLinux(env: Machine['env']): string[] {
  const folders = (env['PATH'] ?? '/usr/bin').split(':').filter((folder) => folder !== '');
  return LINUX_NAMES.flatMap((name) => folders.map((folder) => posix.join(folder, name)));
}

function onMac(env: Machine['env']): string[] {
  const folders = ['/Applications', posix.join(env['HOME'] ?? '/', 'Applications')];
  return MAC_APPS.flatMap((app) =>
    folders.map((folder) => posix.join(folder, `${app}.app`, 'Contents/MacOS', app)),
  );
}

function onWindows(env: Machine['env']): string[] {
  const folders = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']];
  return WINDOWS_PROGRAMS.flatMap((program) =>
    folders.flatMap((folder) => (folder === undefined ? [] : [win32.join(folder, program)])),
  );
}

/** Where Chrome, Chromium and Edge are installed on such a machine, likeliest first. */
export function browserPlaces({ platform, env }: Machine): string[] {
  if (platform === 'darwin') return onMac(env);
  if (platform === 'win32') return onWindows(env);
  return onLinux(env);
}
