import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, test } from 'vitest';
import {
  browserAccounts,
  chargedBetween,
  parseStat,
  processKind,
  type BrowserAccounts,
} from './accounts.ts';

test('parseStat: parent and processor time of a line, whatever stands in its name', () => {
  const line =
    '4711 (Web (Content) 1) S 4700 4700 1 0 -1 4194304 900 0 0 0 250 50 7 7 20 0 9 0 100 0 0';
  expect(parseStat(line)).toEqual({ name: 'Web (Content) 1', parent: 4700, seconds: 3 });
});

test.each([
  ['/usr/bin/chromium\0--no-sandbox\0', 'browser'],
  ['/usr/bin/chromium --type=gpu-process --lang=en', 'gpu-process'],
  [
    'chromium\0--type=utility\0--utility-sub-type=video_capture.mojom.VideoCaptureService\0',
    'VideoCaptureService',
  ],
])('processKind: %j is %s', (commandLine, kind) => {
  expect(processKind(commandLine)).toBe(kind);
});

describe('chargedBetween', () => {
  const accounts = (
    processes: readonly (readonly [number, number])[],
    threads: readonly (readonly [number, string, number])[],
  ): BrowserAccounts => ({
    processes: new Map(processes),
    threads: new Map(threads.map(([id, name, seconds]) => [id, { name, seconds }])),
  });

  test('charges what was added, and new processes and threads as a whole', () => {
    const before = accounts(
      [[1, 10]],
      [
        [1, 'browser: main', 4],
        [2, 'browser: Worker', 1],
        [3, 'browser: Worker', 5],
      ],
    );
    const after = accounts(
      [
        [1, 12],
        [9, 0.5],
      ],
      [
        [1, 'browser: main', 4.25],
        [2, 'browser: Worker', 2.5],
        [3, 'browser: Worker', 5.25],
        [9, 'renderer: main', 0.5],
      ],
    );
    const { total, threads } = chargedBetween(before, after);
    expect(total).toBe(2.5);
    expect([...threads]).toEqual([
      ['browser: Worker', 1.5],
      ['renderer: main', 0.5],
      ['browser: main', 0.25],
      ['browser: Worker 2', 0.25],
    ]);
  });
});

test.runIf(process.platform === 'linux')(
  'browserAccounts: what a child of a process computes is charged to the process',
  async () => {
    // Prints once a fifth of a second of its processor time is used up, and waits to be ended.
    const busy = `
      while (process.cpuUsage().user < 2e5);
      console.log('done');
      setInterval(() => {}, 1e6);`;
    const child = spawn(process.execPath, ['-e', busy], { stdio: ['ignore', 'pipe', 'inherit'] });
    try {
      const before = await browserAccounts(process.pid);
      await once(child.stdout, 'data');
      const after = await browserAccounts(process.pid);
      expect(after.processes.get(child.pid!)).toBeGreaterThanOrEqual(0.15);
      expect(chargedBetween(before, after).total).toBeGreaterThan(0);
      expect(after.threads.get(child.pid!)?.name).toBe('browser: main');
    } finally {
      child.kill();
    }
  },
  60_000,
);
