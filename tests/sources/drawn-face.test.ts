import { afterEach, beforeEach, describe, expect, test, vi, type Mock } from 'vitest';
import { openDrawnFace } from '../../src/sources/drawn-face.ts';
import type { SourceEvents } from '../../src/sources/source.ts';
import { recordingContext } from '../support/recording-context.ts';

/** A page whose animation frames come when the test says so. */
class FakePage {
  private callbacks = new Map<number, FrameRequestCallback>();
  private requests = 0;
  now = 1000;

  readonly requestAnimationFrame = (callback: FrameRequestCallback): number => {
    this.requests += 1;
    this.callbacks.set(this.requests, callback);
    return this.requests;
  };
  readonly cancelAnimationFrame = (request: number): void => {
    this.callbacks.delete(request);
  };
  readonly document = {
    createElement: () => ({ width: 0, height: 0, getContext: () => recordingContext().context }),
  };

  get waiting(): number {
    return this.callbacks.size;
  }

  /** Shows `count` screen pictures of a display with 60 a second. */
  play(count: number): void {
    for (let i = 0; i < count; i += 1) {
      this.now += 1000 / 60;
      const due = [...this.callbacks.values()];
      this.callbacks.clear();
      for (const callback of due) callback(this.now);
    }
  }
}

class FakeVideoFrame {
  readonly image: unknown;
  readonly timestamp: number;
  constructor(image: unknown, { timestamp }: { timestamp: number }) {
    this.image = image;
    this.timestamp = timestamp;
  }
}

let page: FakePage;
let frame: Mock<SourceEvents['frame']>;
let events: SourceEvents;

beforeEach(() => {
  page = new FakePage();
  frame = vi.fn<SourceEvents['frame']>();
  events = { frame, recorded: vi.fn(), lost: vi.fn(), resumed: vi.fn(), notice: vi.fn() };
  vi.stubGlobal('document', page.document);
  vi.stubGlobal('requestAnimationFrame', page.requestAnimationFrame);
  vi.stubGlobal('cancelAnimationFrame', page.cancelAnimationFrame);
  vi.stubGlobal('VideoFrame', FakeVideoFrame);
  vi.stubGlobal('performance', { now: () => page.now });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

describe('openDrawnFace()', () => {
  test('says what it is', () => {
    expect(openDrawnFace().info).toEqual({
      kind: 'drawn',
      label: null,
      mirrored: false,
      size: { width: 1280, height: 720 },
    });
  });

  test('shows 30 pictures a second, each with the time it was drawn', () => {
    frame.mockImplementation((capturedAt) => expect(capturedAt).toBe(page.now));
    openDrawnFace().start(events);
    page.play(121);
    expect(frame.mock.calls.length).toBeGreaterThanOrEqual(59);
    expect(frame.mock.calls.length).toBeLessThanOrEqual(62);
  });

  test('stops asking for pictures when it is stopped', () => {
    const stop = openDrawnFace().start(events);
    page.play(4);
    const before = frame.mock.calls.length;
    stop();
    page.play(10);
    expect(frame).toHaveBeenCalledTimes(before);
    expect(page.waiting).toBe(0);
  });

  test('a second start replaces the first', () => {
    const source = openDrawnFace();
    source.start(events);
    source.start(events);
    expect(page.waiting).toBe(1);
  });

  test('knows the truth of the newest picture', () => {
    const source = openDrawnFace();
    source.start(events);
    page.play(60 * 8);
    const truth = source.truth();
    expect(truth?.[3]).toBeCloseTo(1);
    expect(truth?.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1);
  });

  test('captures the newest picture as a VideoFrame in microseconds', async () => {
    const source = openDrawnFace();
    source.start(events);
    page.play(3);
    const captured = (await source.capture()) as unknown as FakeVideoFrame;
    expect(captured.image).toBe(source.view);
    expect(captured.timestamp).toBe(Math.round(1000 * frame.mock.lastCall![0]));
  });

  test('captures an ImageBitmap where there is no VideoFrame', async () => {
    vi.unstubAllGlobals();
    vi.stubGlobal('document', page.document);
    const bitmap = { width: 1280 };
    const createImageBitmap = vi.fn(() => Promise.resolve(bitmap));
    vi.stubGlobal('createImageBitmap', createImageBitmap);
    const source = openDrawnFace();
    expect(await source.capture()).toBe(bitmap);
    expect(createImageBitmap).toHaveBeenCalledWith(source.view);
  });

  test('has nothing more to give once closed', async () => {
    const source = openDrawnFace();
    source.start(events);
    page.play(2);
    source.close();
    expect(page.waiting).toBe(0);
    expect(source.truth()).toBeNull();
    expect(await source.capture()).toBeNull();
  });
});
