import { FailureError, type Failure } from '../core/session/failure.ts';

/** What a rejected getUserMedia means; the names are those of the Media Capture specification. */
export function cameraFailure(error: unknown): Failure {
  const name = error instanceof Error || error instanceof DOMException ? error.name : '';
  switch (name) {
    case 'NotAllowedError':
    case 'SecurityError':
      return { kind: 'camera-denied' };
    case 'NotFoundError':
    case 'OverconstrainedError':
      return { kind: 'camera-missing' };
    case 'NotReadableError':
    case 'AbortError':
      return { kind: 'camera-busy' };
    default:
      return { kind: 'unexpected', reason: error instanceof Error ? error.message : String(error) };
  }
}

/** `navigator.mediaDevices`, which browsers leave out on insecure origins. Throws `camera-unsupported`. */
export function mediaDevices(): MediaDevices {
  const devices = (navigator as Partial<Navigator>).mediaDevices;
  if (devices === undefined) {
    throw new FailureError({ kind: 'camera-unsupported', secure: isSecureContext });
  }
  return devices;
}
