import type { AnalyserResponse } from '../../../src/analyser/messages.ts';

/** What has happened on a page so far, counted from outside of it. */
export interface SoakCounts {
  readonly analysed: number;
  /** Of them, those in which a face was read. */
  readonly read: number;
  /** Milliseconds since the last analysis, or since the page was opened. */
  readonly silence: number;
}

let analysed = 0;
let read = 0;
let last = performance.now();

/** A worker as the page knows it, watched from outside. */
class WatchedWorker extends Worker {
  constructor(url: string | URL, options?: WorkerOptions) {
    super(url, options);
    this.addEventListener('message', ({ data }: MessageEvent<AnalyserResponse>) => {
      if (data.type !== 'analysis') return;
      analysed += 1;
      last = performance.now();
      if (data.analysis.faces.some(({ outputs: [output] }) => output?.kind === 'read')) read += 1;
    });
  }
}

/** Chromium's, and not yet among TypeScript's types. */
declare class MediaStreamTrackGenerator extends MediaStreamTrack {
  constructor(init: { readonly kind: 'video' });
  readonly writable: WritableStream<VideoFrame>;
}
declare class MediaStreamTrackProcessor {
  constructor(init: { readonly track: MediaStreamTrack });
  readonly readable: ReadableStream<VideoFrame>;
}

/** What happens to the camera. */
export type CameraFault = 'unplug' | 'plug' | 'replace' | 'freeze' | 'go' | 'shrink' | 'grow';

let plugged = true;
let frozen = false;
let small = false;
let tracks: MediaStreamTrack[] = [];

/** The upper left three quarters, as after a change of resolution. */
function smaller(frame: VideoFrame): VideoFrame {
  const even = (pixels: number) => Math.floor((pixels * 3) / 8) * 2;
  const visibleRect = {
    x: 0,
    y: 0,
    width: even(frame.codedWidth),
    height: even(frame.codedHeight),
  };
  const cut = new VideoFrame(frame, { visibleRect });
  frame.close();
  return cut;
}

function end(): void {
  const ended = tracks;
  tracks = [];
  for (const track of ended) {
    track.stop();
    track.dispatchEvent(new Event('ended'));
  }
  navigator.mediaDevices.dispatchEvent(new Event('devicechange'));
}

function fault(what: CameraFault): void {
  switch (what) {
    case 'unplug':
      plugged = false;
      end();
      break;
    case 'plug':
      plugged = true;
      navigator.mediaDevices.dispatchEvent(new Event('devicechange'));
      break;
    case 'replace':
      end();
      break;
    case 'freeze':
    case 'go':
      frozen = what === 'freeze';
      break;
    case 'shrink':
    case 'grow':
      small = what === 'shrink';
      break;
  }
}

const { getUserMedia, enumerateDevices } = MediaDevices.prototype;

MediaDevices.prototype.enumerateDevices = async function () {
  return plugged ? enumerateDevices.call(this) : [];
};

MediaDevices.prototype.getUserMedia = async function (wish) {
  if (!plugged) throw new DOMException('', 'NotFoundError');
  const [camera] = (await getUserMedia.call(this, wish)).getVideoTracks();
  const track = new MediaStreamTrackGenerator({ kind: 'video' });
  // The page takes the same camera up again, which it knows by these.
  Object.defineProperty(track, 'label', { value: camera!.label });
  track.getSettings = () => camera!.getSettings();
  const { readable } = new MediaStreamTrackProcessor({ track: camera! });
  const gate = new TransformStream<VideoFrame, VideoFrame>({
    transform(frame, controller) {
      if (frozen) frame.close();
      else controller.enqueue(small ? smaller(frame) : frame);
    },
  });
  // It ends with the track that the page gives back.
  readable
    .pipeThrough(gate)
    .pipeTo(track.writable)
    .then(
      () => camera!.stop(),
      () => camera!.stop(),
    );
  tracks.push(track);
  return new MediaStream([track]);
};

const realNow = Date.now;

Object.assign(globalThis, {
  Worker: WatchedWorker,
  soakCounts: (): SoakCounts => ({ analysed, read, silence: performance.now() - last }),
  soakCamera: fault,
  /** The system's clock is set, by so many milliseconds. */
  soakClock(offset: number) {
    Date.now = () => realNow() + offset;
  },
  soakHidden(hidden: boolean) {
    Object.defineProperty(document, 'hidden', { configurable: true, value: hidden });
    document.dispatchEvent(new Event('visibilitychange'));
  },
});
