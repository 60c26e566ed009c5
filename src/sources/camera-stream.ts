import { FailureError } from '../core/session/failure.ts';
import { cameraFailure, mediaDevices } from './camera-failure.ts';

export interface CameraWish {
  /** A camera's device id; null for whichever faces the way asked for. */
  readonly id: string | null;
  readonly facing: 'user' | 'environment';
}

export interface CameraStream {
  readonly stream: MediaStream;
  readonly track: MediaStreamTrack;
  /** The wished-for camera is not there and this one took its place. */
  readonly replaced: boolean;
}

const SIZE = { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30 } };

/** Opens the wished-for camera, or another where that one is gone. Throws the camera's FailureError. */
export async function openCameraStream({ id, facing }: CameraWish): Promise<CameraStream> {
  const devices = mediaDevices();
  try {
    if (id === null) return await request(devices, { facingMode: { ideal: facing } }, false);
    return await request(devices, { deviceId: { exact: id } }, false).catch((error: unknown) => {
      if (cameraFailure(error).kind !== 'camera-missing') throw error;
      return request(devices, { facingMode: { ideal: facing } }, true);
    });
  } catch (error) {
    throw new FailureError(cameraFailure(error), { cause: error });
  }
}

async function request(
  devices: MediaDevices,
  which: MediaTrackConstraints,
  replaced: boolean,
): Promise<CameraStream> {
  const stream = await devices.getUserMedia({ audio: false, video: { ...SIZE, ...which } });
  const [track] = stream.getVideoTracks();
  if (track === undefined) throw new DOMException('The stream has no video.', 'NotFoundError');
  return { stream, track, replaced };
}

/** Gives the camera back; its light goes out. */
export function stopStream(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}
