/** What a page has made of its camera's frames so far. */
export interface FrameCounts {
  /** Frames that were analysed, each once. */
  frames: number;
  /** Of those, frames in which a face was read. */
  read: number;
}

/** Where the bench finds them. */
export function shareCounts(): FrameCounts {
  const counts: FrameCounts = { frames: 0, read: 0 };
  Object.assign(globalThis, { frameCounts: counts });
  return counts;
}

/** Counts results by the frames they are of: a loop may look at one frame several times. */
export class FrameCounter {
  readonly #counts = shareCounts();
  #presented = 0;
  #counted = 0;

  constructor(video: HTMLVideoElement) {
    const next = (): void => {
      this.#presented += 1;
      video.requestVideoFrameCallback(next);
    };
    video.requestVideoFrameCallback(next);
  }

  /** Names the frame that is shown now; 0 while there is none. */
  get frame(): number {
    return this.#presented;
  }

  analysed(frame: number, faces: number): void {
    if (frame === this.#counted) return;
    this.#counted = frame;
    this.#counts.frames += 1;
    if (faces > 0) this.#counts.read += 1;
  }
}

/** The camera as our page asks for it, in a video element that fills the page. */
export async function cameraVideo(): Promise<HTMLVideoElement> {
  const stream = await navigator.mediaDevices.getUserMedia({
    video: { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30 } },
  });
  const video = Object.assign(document.createElement('video'), {
    muted: true,
    playsInline: true,
    srcObject: stream,
  });
  document.body.append(video);
  await video.play();
  return video;
}

/** A canvas over the video, in its pixels. */
export function canvasOver({ videoWidth, videoHeight }: HTMLVideoElement): HTMLCanvasElement {
  const canvas = Object.assign(document.createElement('canvas'), {
    width: videoWidth,
    height: videoHeight,
  });
  document.body.append(canvas);
  return canvas;
}
