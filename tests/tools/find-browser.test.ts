import { describe, expect, test } from 'vitest';
import { searchBrowser } from '../../src/tools/find-browser.ts';
import type { Search } from '../../src/tools/find-browser.ts';

const DOWNLOADED = '/home/me/.cache/ms-playwright/chromium-1/chrome';

/** A machine on which exactly the files of `working` are browsers that start. */
function machine(working: readonly string[], rest: Partial<Search> = {}): Search {
  return {
    platform: 'linux',
    env: { PATH: '/usr/local/bin:/usr/bin' },
    downloaded: DOWNLOADED,
    works: (path) => working.includes(path),
    ...rest,
  };
}

describe('searchBrowser', () => {
  test('CHROMIUM_PATH comes first', () => {
    const env = { PATH: '/usr/bin', CHROMIUM_PATH: '/opt/mine/chrome' };
    const search = machine(['/opt/mine/chrome', '/usr/bin/chromium'], { env });
    expect(searchBrowser(search)).toBe('/opt/mine/chrome');
  });

  test('a CHROMIUM_PATH that does not start is named, not passed over', () => {
    const env = { PATH: '/usr/bin', CHROMIUM_PATH: '/opt/gone' };
    const search = machine(['/usr/bin/chromium'], { env });
    expect(() => searchBrowser(search)).toThrow('/opt/gone');
  });

  test('an installed browser comes before the download', () => {
    expect(searchBrowser(machine(['/usr/bin/google-chrome', DOWNLOADED]))).toBe(
      '/usr/bin/google-chrome',
    );
  });

  test('a file that does not start is passed over', () => {
    expect(searchBrowser(machine([DOWNLOADED]))).toBe(DOWNLOADED);
  });

  test('applications on macOS', () => {
    const edge = '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge';
    const search = machine([edge], { platform: 'darwin', env: { HOME: '/Users/me' } });
    expect(searchBrowser(search)).toBe(edge);
  });

  test('programs on Windows', () => {
    const edge = 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe';
    const env = {
      PROGRAMFILES: 'C:\\Program Files',
      'PROGRAMFILES(X86)': 'C:\\Program Files (x86)',
    };
    expect(searchBrowser(machine([edge], { platform: 'win32', env }))).toBe(edge);
  });

  test('null where there is none', () => {
    expect(searchBrowser(machine([]))).toBeNull();
  });
});
