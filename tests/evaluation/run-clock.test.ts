import { expect, test } from 'vitest';
import { RunClock } from '../../src/evaluation/run-clock.ts';

function clockAt() {
  const time = { now: 1000 };
  return { time, clock: new RunClock(() => time.now) };
}

test('pauses are left out, and pausing or resuming twice changes nothing', () => {
  const { time, clock } = clockAt();
  time.now += 50;
  clock.pause();
  time.now += 700;
  clock.pause();
  expect(clock.elapsed).toBe(50);
  clock.resume();
  clock.resume();
  time.now += 25;
  expect(clock.elapsed).toBe(75);
});

test('going waits through a pause', async () => {
  const { clock } = clockAt();
  const seen: string[] = [];
  await clock.going;
  clock.pause();
  const waiting = clock.going.then(() => seen.push('goes on'));
  await Promise.resolve();
  seen.push('still paused');
  clock.resume();
  await waiting;
  expect(seen).toEqual(['still paused', 'goes on']);
});
