export interface FakeCameras {
  /** An .mjpeg that the cameras play; else Chromium's test picture, in which there is no face. */
  readonly film?: string;
  /** How many cameras there are; one where not given, and always one with a film. */
  readonly cameras?: number;
}

/** What Chromium is started with, to have cameras without having any. */
export function cameraFlags({ film, cameras = 1 }: FakeCameras): string[] {
  const devices = `--use-fake-device-for-media-stream=device-count=${cameras}`;
  return film === undefined ? [devices] : [devices, `--use-file-for-fake-video-capture=${film}`];
}
