import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** One way of getting a browser. */
interface Way {
  readonly saying: string;
  readonly commands: readonly (readonly [program: string, ...args: string[]])[];
}

function playwrightsDownload(): Way {
  const manifest = createRequire(import.meta.url).resolve('playwright-core/package.json');
  const cli = join(dirname(manifest), 'cli.js');
  return {
    saying: "No Chromium found: downloading Playwright's.",
    commands: [[process.execPath, cli, 'install', '--no-shell', 'chromium']],
  };
}

function debiansPackage(): Way {
  return {
    saying: "Playwright's Chromium is not to be had here: installing Debian's package.",
    commands: [
      ['apt-get', 'update', '-qq'],
      ['apt-get', 'install', '-y', '-qq', '--no-install-recommends', 'chromium'],
    ],
  };
}

function mayInstallPackages(): boolean {
  const root = process.getuid?.() === 0;
  return root && spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status === 0;
}

function succeeds([program, ...args]: Way['commands'][number]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(program, args, { stdio: ['ignore', 'ignore', 'inherit'], env }).status === 0;
}

/**
 * Gets a Chromium: Playwright's download, and where that fails Debian's package if it may, each
 * said in a line. `there` tells whether a browser that starts is there now.
 */
export function installBrowser(there: () => boolean): void {
  const ways = [playwrightsDownload, ...(mayInstallPackages() ? [debiansPackage] : [])];
  for (const way of ways) {
    const { saying, commands } = way();
    console.log(saying);
    if (commands.every(succeeds) && there()) return;
  }
}
