import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { CameraSource } from '../../src/sources/camera.ts';
import type { SourceEvents } from '../../src/sources/source.ts';
import { fakePage, type FakePage } from '../support/fake-page.ts';

class FakeTrack extends EventTarget {
  readonly label: string;
  readyState = 'live';
  muted = false;
  readonly stop = vi.fn();

  constructor(label: string) {
    super();
    this.label = label;
  }

  getSettings(): MediaTrackSettings {
    return { deviceId: 'one', facingMode: 'user', width: 640, height: 360 };
  }

  mute(): void {
    this.muted = true;
    this.dispatchEvent(new Event('mute'));
  }

  end(): void {
    this.readyState = 'ended';
    this.dispatchEvent(new Event('ended'));
  }
}

/** A video element whose frames a test presents. */
class FakeVideo {
  readyState = 4;
  srcObject: unknown = null;
  #present: VideoFrameRequestCallback | null = null;

  play = () => Promise.resolve();
  setAttribute = () => undefined;

  requestVideoFrameCallback(callback: VideoFrameRequestCallback): number {
    this.#present = callback;
    return 1;
  }

  cancelVideoFrameCallback(): void {
    this.#present = null;
  }

  present(): void {
    const now = performance.now();
    this.#present?.(now, { captureTime: now - 5 } as VideoFrameCallbackMetadata);
  }
}

function openedWith(track: FakeTrack) {
  const stream = { getTracks: () => [track], getVideoTracks: () => [track] };
  return {
    stream: stream as unknown as MediaStream,
    track: track as unknown as MediaStreamTrack,
    replaced: false,
  };
}

let page: FakePage;
let video: FakeVideo;

beforeEach(() => {
  vi.useFakeTimers();
  page = fakePage();
  video = new FakeVideo();
  Object.assign(document, { createElement: () => video });
  vi.stubGlobal('HTMLMediaElement', { HAVE_CURRENT_DATA: 2 });
});

afterEach(() => {
  vi.useRealTimers();
});

function openCameraOf(track: FakeTrack) {
  const source = new CameraSource(openedWith(track));
  const events = {
    frame: vi.fn<SourceEvents['frame']>(),
    recorded: vi.fn<SourceEvents['recorded']>(),
    lost: vi.fn<SourceEvents['lost']>(),
    resumed: vi.fn<SourceEvents['resumed']>(),
    notice: vi.fn<SourceEvents['notice']>(),
  };
  return { source, events, stop: source.start(events) };
}

test('frames are told with their capture time; none after stop', () => {
  const { events, stop } = openCameraOf(new FakeTrack('A'));
  video.present();
  expect(events.frame).toHaveBeenCalledWith(performance.now() - 5);
  stop();
  video.present();
  vi.advanceTimersByTime(5000);
  expect(events.frame).toHaveBeenCalledOnce();
  expect(events.lost).not.toHaveBeenCalled();
});

test('frames that stop are told within 1.5 seconds, and that they come again', () => {
  const { events } = openCameraOf(new FakeTrack('A'));
  video.present();
  vi.advanceTimersByTime(1500);
  expect(events.lost.mock.calls).toEqual([['no-picture']]);
  video.present();
  expect(events.resumed).toHaveBeenCalledOnce();
});

test('a muted camera is told at once; its black pictures are no frames', () => {
  const track = new FakeTrack('A');
  const { events } = openCameraOf(track);
  track.mute();
  expect(events.lost.mock.calls).toEqual([['no-picture']]);
  video.present();
  expect(events.frame).not.toHaveBeenCalled();
  expect(events.resumed).not.toHaveBeenCalled();
  track.muted = false;
  video.present();
  expect(events.resumed).toHaveBeenCalledOnce();
  expect(events.frame).toHaveBeenCalledOnce();
});

test('an unplugged camera is only unplugged, and taken up when the same comes back', async () => {
  const track = new FakeTrack('A');
  const { source, events } = openCameraOf(track);
  track.end();
  vi.advanceTimersByTime(5000);
  expect(events.lost.mock.calls).toEqual([['unplugged']]);

  const back = new FakeTrack('A');
  Object.assign(page.devices, { getUserMedia: () => Promise.resolve(openedWith(back).stream) });
  page.devices.list = [{ kind: 'videoinput', deviceId: 'two', label: 'B' } as MediaDeviceInfo];
  page.devices.dispatchEvent(new Event('devicechange'));
  await vi.advanceTimersByTimeAsync(10);
  expect(events.resumed).not.toHaveBeenCalled();
  page.devices.list = [{ kind: 'videoinput', deviceId: 'one', label: 'A' } as MediaDeviceInfo];
  page.devices.dispatchEvent(new Event('devicechange'));
  await vi.advanceTimersByTimeAsync(10);
  expect(events.resumed).toHaveBeenCalledOnce();
  source.close();
  expect(back.stop).toHaveBeenCalledOnce();
});

test('a camera that sends no first picture is taken up after three seconds', async () => {
  const { source } = openCameraOf(new FakeTrack('A'));
  video.play = () => new Promise(() => undefined);
  const played = vi.fn();
  void source.play().then(played);
  await vi.advanceTimersByTimeAsync(2900);
  expect(played).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(200);
  expect(played).toHaveBeenCalledOnce();
});

test('a camera without a name has none to tell', () => {
  expect(openCameraOf(new FakeTrack('')).source.info.label).toBeNull();
});
