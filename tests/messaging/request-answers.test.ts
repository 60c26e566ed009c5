import { beforeEach, expect, test } from 'vitest';
import { FailureError } from '../../src/core/session/failure.ts';
import type { FromWorker } from '../../src/messaging/messages.ts';
import { RequestAnswers } from '../../src/messaging/request-answers.ts';

interface Done {
  readonly type: 'done';
}

const DONE: Done = { type: 'done' };

let posted: FromWorker<Done, number>[];
let answers: RequestAnswers<Done, number>;

beforeEach(() => {
  posted = [];
  answers = new RequestAnswers((message) => posted.push(message));
});

test('answer: progress, then the answer, with the id of the request', async () => {
  await answers.answer(7, ({ progress }) => {
    progress(0.5);
    return Promise.resolve(DONE);
  });
  expect(posted).toEqual([
    { type: 'progress', progress: 0.5, id: 7 },
    { type: 'done', id: 7 },
  ]);
});

test('answer: a failure is an answer, and so is an error of any other kind', async () => {
  const failure = { kind: 'asset-corrupt', name: 'x' } as const;
  await answers.answer(1, () => Promise.reject(new FailureError(failure)));
  await answers.answer(2, () => Promise.reject(new Error('odd')));
  expect(posted).toEqual([
    { type: 'failed', failure, id: 1 },
    { type: 'failed', failure: { kind: 'unexpected', reason: 'odd' }, id: 2 },
  ]);
});

test('crash: what is open fails, once; its own answer comes to nothing', async () => {
  let finish: (done: Done) => void = () => undefined;
  const answered = answers.answer(1, () => new Promise((resolve) => (finish = resolve)));
  const failure = { kind: 'analyser-crashed', reason: 'boom' } as const;
  answers.crash(failure);
  finish(DONE);
  await answered;
  answers.crash(failure);
  expect(posted).toEqual([{ type: 'failed', failure, id: 1 }]);
});

test('cancel: the work is told', async () => {
  const answered = answers.answer(
    1,
    ({ signal }) =>
      new Promise((_, reject) => {
        signal.addEventListener('abort', () => {
          reject(signal.reason as Error);
        });
      }),
  );
  answers.cancel(2);
  answers.cancel(1);
  await answered;
  expect(posted.map(({ id, type }) => [id, type])).toEqual([[1, 'failed']]);
});
