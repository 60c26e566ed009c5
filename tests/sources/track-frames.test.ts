import { expect, test, vi } from 'vitest';
import { TrackFrames } from '../../src/sources/track-frames.ts';

function openTrack() {
  let stream: ReadableStreamDefaultController<VideoFrame> | undefined;
  const cancelled = vi.fn();
  class Processor {
    readonly readable = new ReadableStream<VideoFrame>({
      start: (controller) => void (stream = controller),
      cancel: cancelled,
    });
  }
  const seen: number[] = [];
  const frames = new TrackFrames(Processor, {} as MediaStreamTrack, (at) => seen.push(at));
  const send = async (timestamp: number) => {
    const frame = { timestamp, close: vi.fn() };
    stream?.enqueue(frame as unknown as VideoFrame);
    const before = seen.length;
    await vi.waitFor(() => {
      expect(seen.length + frame.close.mock.calls.length).toBeGreaterThan(before);
    });
    return frame;
  };
  return { frames, seen, send, cancelled, end: () => stream?.close() };
}

test('the newest frame is taken once, and is its taker’s to close', async () => {
  const { frames, send } = openTrack();
  const first = await send(0);
  const second = await send(33_000);
  expect(first.close).toHaveBeenCalledOnce();
  expect(await frames.take()).toBe(second);
  expect(await frames.take()).toBeNull();
  frames.close();
  expect(second.close).not.toHaveBeenCalled();
});

test('tells of every frame when it was captured, on the page’s clock', async () => {
  const opened = performance.now();
  const { seen, send, frames } = openTrack();
  for (const timestamp of [7_000_000, 7_033_000]) await send(timestamp);
  frames.close();
  expect(seen.length).toBe(2);
  for (const at of seen) {
    expect(at).toBeGreaterThanOrEqual(opened);
    expect(at).toBeLessThanOrEqual(performance.now());
  }
});

test('closing lets go of the held frame and of the track', async () => {
  const { frames, send, cancelled } = openTrack();
  const held = await send(0);
  frames.close();
  expect(held.close).toHaveBeenCalledOnce();
  expect(cancelled).toHaveBeenCalledOnce();
  expect(await frames.take()).toBeNull();
});

test('a track that ends leaves the last frame to be taken', async () => {
  const { frames, send, end } = openTrack();
  const last = await send(0);
  end();
  expect(await frames.take()).toBe(last);
});
