import { expect, test, vi } from 'vitest';
import type { Analysis } from '../../src/core/reading/analysis.ts';
import { runFrameLoop, type FrameLoopEvents } from '../../src/live/frame-loop.ts';
import type { FrameImage } from '../../src/analyser/messages.ts';
import type { FrameSource, SourceEvents } from '../../src/sources/source.ts';
import { frameImage } from '../support/frames.ts';

const OPTIONS = { detection: 'always', everyone: false, crops: false } as const;
const ANALYSIS = {} as Analysis;

function fakeSource(capture: () => FrameImage | null = () => ({}) as FrameImage) {
  let events: SourceEvents | null = null;
  const captured = vi.fn(capture);
  const source = {
    start(given: SourceEvents) {
      events = given;
      return () => void (events = null);
    },
    capture: () => Promise.resolve(captured()),
  } as unknown as FrameSource;
  return {
    source,
    captured,
    frame: (at: number) => events?.frame(at),
    recorded: (analysis: Analysis) => events?.recorded(analysis),
    running: () => events !== null,
  };
}

function listeners() {
  return {
    frame: vi.fn<FrameLoopEvents['frame']>(),
    isDue: vi.fn<FrameLoopEvents['isDue']>(() => true),
    keepsPicture: () => false,
    analysed: vi.fn<FrameLoopEvents['analysed']>(),
    failed: vi.fn<FrameLoopEvents['failed']>(),
    lost: vi.fn<FrameLoopEvents['lost']>(),
    resumed: vi.fn<FrameLoopEvents['resumed']>(),
    notice: vi.fn<FrameLoopEvents['notice']>(),
  };
}

function deferred() {
  let resolve: (analysis: Analysis) => void = () => undefined;
  let reject: (error: unknown) => void = () => undefined;
  const promise = new Promise<Analysis>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
}

test('frames that come while one is analysed are let go', async () => {
  const { source, captured, frame } = fakeSource();
  const events = listeners();
  const answers = [deferred(), deferred()];
  const asked: number[] = [];
  const analyse = (_: FrameImage, at: number) => {
    asked.push(at);
    return (answers[asked.length - 1] ?? deferred()).promise;
  };
  runFrameLoop(source, { analyse }, () => OPTIONS, events);
  frame(1);
  frame(2);
  await vi.waitFor(() => {
    expect(asked).toEqual([1]);
  });
  frame(3);
  answers[0]?.resolve(ANALYSIS);
  await vi.waitFor(() => {
    expect(events.analysed).toHaveBeenCalledTimes(1);
  });
  frame(4);
  await vi.waitFor(() => {
    expect(asked).toEqual([1, 4]);
  });
  expect(captured).toHaveBeenCalledTimes(2);
  expect(events.frame).toHaveBeenCalledTimes(4);
});

test('a failure returns the credit', async () => {
  const { source, frame } = fakeSource();
  const events = listeners();
  const analyse = vi.fn(() => Promise.reject(new Error('once')));
  runFrameLoop(source, { analyse }, () => OPTIONS, events);
  frame(1);
  await vi.waitFor(() => {
    expect(events.failed).toHaveBeenCalledTimes(1);
  });
  frame(2);
  await vi.waitFor(() => {
    expect(analyse).toHaveBeenCalledTimes(2);
  });
});

test('no picture yet is no failure', async () => {
  const { source, captured, frame } = fakeSource(() => null);
  const events = listeners();
  const analyse = vi.fn(() => Promise.resolve(ANALYSIS));
  runFrameLoop(source, { analyse }, () => OPTIONS, events);
  frame(1);
  await vi.waitFor(() => {
    expect(captured).toHaveBeenCalledTimes(1);
  });
  frame(2);
  await vi.waitFor(() => {
    expect(captured).toHaveBeenCalledTimes(2);
  });
  expect(analyse).not.toHaveBeenCalled();
  expect(events.failed).not.toHaveBeenCalled();
});

test('after it is stopped, a late answer is waited for and not told', async () => {
  const { source, frame, running } = fakeSource();
  const events = listeners();
  const answer = deferred();
  const analyse = vi.fn(() => answer.promise);
  const stop = runFrameLoop(source, { analyse }, () => OPTIONS, events);
  frame(1);
  await vi.waitFor(() => {
    expect(analyse).toHaveBeenCalled();
  });
  const settled = vi.fn();
  const stopped = stop().then(settled);
  expect(running()).toBe(false);
  await Promise.resolve();
  expect(settled).not.toHaveBeenCalled();
  answer.reject(new Error('late'));
  await stopped;
  expect(events.failed).not.toHaveBeenCalled();
});

test('a picture that is wanted is lent with the analysis, and closed', async () => {
  const copy = frameImage();
  const { source, frame } = fakeSource(() => ({ clone: () => copy }) as unknown as FrameImage);
  let closedBefore: boolean | null = null;
  const events = {
    ...listeners(),
    keepsPicture: () => true,
    analysed: vi.fn<FrameLoopEvents['analysed']>(() => {
      closedBefore = copy.closed;
    }),
  };
  runFrameLoop(source, { analyse: () => Promise.resolve(ANALYSIS) }, () => OPTIONS, events);
  frame(1);
  await vi.waitFor(() => {
    expect(copy.closed).toBe(true);
  });
  expect(events.analysed).toHaveBeenCalledWith(ANALYSIS, copy);
  expect(closedBefore).toBe(false);
});

test('it is closed, too, where the frame cannot be analysed', async () => {
  const copy = frameImage();
  const { source, frame } = fakeSource(() => ({ clone: () => copy }) as unknown as FrameImage);
  const events = { ...listeners(), keepsPicture: () => true };
  const analyse = () => Promise.reject(new Error('broken'));
  runFrameLoop(source, { analyse }, () => OPTIONS, events);
  frame(1);
  await vi.waitFor(() => {
    expect(copy.closed).toBe(true);
  });
  expect(events.failed).toHaveBeenCalledTimes(1);
});

test('what was recorded is told after the frame before it, and not at all when stopped', async () => {
  const { source, frame, recorded } = fakeSource();
  const events = listeners();
  const { promise, resolve } = deferred();
  const stop = runFrameLoop(source, { analyse: () => promise }, () => OPTIONS, events);
  const [seen, told, late] = [{ ...ANALYSIS }, { ...ANALYSIS }, { ...ANALYSIS }];
  frame(1);
  recorded(told);
  await Promise.resolve();
  expect(events.analysed).not.toHaveBeenCalled();
  resolve(seen);
  await vi.waitFor(() => {
    expect(events.analysed).toHaveBeenCalledTimes(2);
  });
  expect(events.analysed.mock.calls.map(([analysis]) => analysis === seen)).toEqual([true, false]);
  await stop();
  recorded(late);
  await Promise.resolve();
  expect(events.analysed).toHaveBeenCalledTimes(2);
});

test('a frame that is not due is offered and let go', async () => {
  const { source, captured, frame } = fakeSource();
  const events = listeners();
  events.isDue.mockImplementation((at) => at >= 100);
  const asked: number[] = [];
  const analyse = (_: FrameImage, at: number) => {
    asked.push(at);
    return Promise.resolve(ANALYSIS);
  };
  runFrameLoop(source, { analyse }, () => OPTIONS, events);
  for (const at of [33, 67, 100]) frame(at);
  await vi.waitFor(() => {
    expect(events.analysed).toHaveBeenCalledOnce();
  });
  expect(asked).toEqual([100]);
  expect(captured).toHaveBeenCalledOnce();
  expect(events.frame).toHaveBeenCalledTimes(3);
});
