import { expect, test } from 'vitest';
import { TaskQueue } from '../../../src/core/async/task-queue.ts';

test('one task at a time, in their order', async () => {
  const queue = new TaskQueue();
  const log: string[] = [];
  const task = (name: string) => async () => {
    log.push(`${name} starts`);
    await new Promise((resolve) => setImmediate(resolve));
    log.push(`${name} ends`);
  };
  await Promise.all([queue.run(task('first')), queue.run(task('second'))]);
  expect(log).toEqual(['first starts', 'first ends', 'second starts', 'second ends']);
});

test('a failure reaches who asked, and nobody after', async () => {
  const queue = new TaskQueue();
  const failing = queue.run(() => Promise.reject(new Error('first')));
  const next = queue.run(() => Promise.resolve('second'));
  await expect(failing).rejects.toThrow('first');
  expect(await next).toBe('second');
});
