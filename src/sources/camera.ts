import type { PerEmotion } from '../core/blemore/emotions.ts';
import type { SourceInfo } from '../core/session/session.ts';
import type { FrameImage } from '../analyser/messages.ts';
import { mediaDevices } from './camera-failure.ts';
import {
  openCameraStream,
  stopStream,
  type CameraStream,
  type CameraWish,
} from './camera-stream.ts';
import type { FrameGrabber } from './frame-grabber.ts';
import { FrameWatchdog } from './frame-watchdog.ts';
import { openFrameGrabber } from './open-frame-grabber.ts';
import type { FrameSource, SourceEvents } from './source.ts';
import { firstPicture, silentVideo } from './video-element.ts';

/** A camera that has sent no picture by then is used anyway, and reported as sending none. */
const FIRST_PICTURE_MS = 3000;

/** Opens a camera and waits a while for its first picture. Throws the camera's FailureError. */
export async function openCamera(wish: CameraWish, signal: AbortSignal): Promise<CameraSource> {
  const opened = await openCameraStream(wish);
  const source = new CameraSource(opened);
  try {
    signal.throwIfAborted();
    await source.play();
    signal.throwIfAborted();
    return source;
  } catch (error) {
    source.close();
    throw error;
  }
}

/**
 * A camera; when it is unplugged or sends no picture it says so, waits for the same one, and goes on
 * by itself.
 */
export class CameraSource implements FrameSource {
  readonly view = silentVideo();
  readonly info: SourceInfo;
  /** The device behind the stream, to be remembered. */
  readonly deviceId: string | null;
  #opened: CameraStream;
  #events: SourceEvents | null = null;
  #grabber: FrameGrabber | null = null;
  #watchdog: FrameWatchdog | null = null;
  readonly #closing = new AbortController();

  constructor(opened: CameraStream) {
    this.#opened = opened;
    const { deviceId, facingMode, width, height } = opened.track.getSettings();
    this.deviceId = deviceId ?? null;
    this.info = {
      kind: 'camera',
      label: opened.track.label === '' ? null : opened.track.label,
      mirrored: facingMode !== 'environment',
      size: { width: width ?? 0, height: height ?? 0 },
    };
    this.view.srcObject = opened.stream;
    this.#watchTrack();
  }

  /** Resolves with the first picture, or after a while without one. */
  async play(): Promise<void> {
    const playing = this.view.play().then(() => firstPicture(this.view));
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, FIRST_PICTURE_MS);
    });
    try {
      await Promise.race([playing, late]);
    } finally {
      clearTimeout(timer);
    }
  }

  start(events: SourceEvents): () => void {
    this.#events = events;
    // Unplugged while nobody listened, as on a hidden page.
    if (this.#opened.track.readyState === 'ended') events.lost('unplugged');
    if (this.#opened.replaced) events.notice({ kind: 'camera-replaced', used: this.info.label });
    this.#openFrames(events);
    return () => {
      this.#closeFrames();
      this.#events = null;
    };
  }

  async capture(): Promise<FrameImage | null> {
    return this.#grabber?.take() ?? null;
  }

  truth(): PerEmotion | null {
    return null;
  }

  close(): void {
    this.#closing.abort();
    this.#closeFrames();
    stopStream(this.#opened.stream);
    this.view.srcObject = null;
  }

  #openFrames(events: SourceEvents): void {
    this.#closeFrames();
    const { track } = this.#opened;
    if (track.readyState === 'ended') return;
    const watchdog = new FrameWatchdog({
      stalled: () => {
        events.lost('no-picture');
      },
      resumed: () => {
        events.resumed();
      },
    });
    this.#watchdog = watchdog;
    this.#grabber = openFrameGrabber(track, this.view, (capturedAt) => {
      // Browsers may fill in black pictures for a muted camera.
      if (track.muted) return;
      watchdog.frame();
      events.frame(capturedAt);
    });
  }

  #closeFrames(): void {
    this.#watchdog?.close();
    this.#watchdog = null;
    this.#grabber?.close();
    this.#grabber = null;
  }

  #watchTrack(): void {
    const { signal } = this.#closing;
    this.#opened.track.addEventListener(
      'ended',
      () => {
        this.#unplugged();
      },
      { once: true, signal },
    );
    this.#opened.track.addEventListener('mute', () => this.#watchdog?.stall(), { signal });
  }

  #unplugged(): void {
    this.#closeFrames();
    stopStream(this.#opened.stream);
    this.#events?.lost('unplugged');
    const devices = mediaDevices();
    const again = new AbortController();
    const signal = AbortSignal.any([again.signal, this.#closing.signal]);
    devices.addEventListener(
      'devicechange',
      () => {
        void this.#reopen().then((reopened) => {
          if (reopened) again.abort();
        });
      },
      { signal },
    );
  }

  /** Only the same camera is taken up again: another one was not asked for. */
  async #reopen(): Promise<boolean> {
    const known = await mediaDevices().enumerateDevices();
    const back = known.find(
      ({ kind, deviceId, label }) =>
        kind === 'videoinput' && (deviceId === this.deviceId || label === this.info.label),
    );
    if (back === undefined || this.#closing.signal.aborted) return false;
    try {
      await this.#take(await openCameraStream({ id: back.deviceId, facing: 'user' }));
      return true;
    } catch {
      // Plugged in but not ready yet: the next devicechange tries again.
      return false;
    }
  }

  async #take(opened: CameraStream): Promise<void> {
    if (this.#closing.signal.aborted) {
      stopStream(opened.stream);
      return;
    }
    this.#opened = opened;
    this.#watchTrack();
    this.view.srcObject = opened.stream;
    await this.play();
    if (this.#events === null) return;
    this.#openFrames(this.#events);
    this.#events.resumed();
  }
}
