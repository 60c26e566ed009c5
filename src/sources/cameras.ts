export interface CameraName {
  readonly id: string;
  /** Null where the browser tells none. */
  readonly label: string | null;
}

/** Undefined on insecure origins. */
function devices(): MediaDevices | undefined {
  return (navigator as Partial<Navigator>).mediaDevices;
}

async function videoInputs(): Promise<readonly MediaDeviceInfo[]> {
  const all =
    (await devices()
      ?.enumerateDevices()
      .catch(() => [])) ?? [];
  return all.filter(({ kind }) => kind === 'videoinput');
}

/** Whether there is any camera; browsers tell so before they are asked for permission. */
export async function hasCamera(): Promise<boolean> {
  return (await videoInputs()).length > 0;
}

/** The cameras the browser names; before permission it names none. */
export async function listCameras(): Promise<readonly CameraName[]> {
  return (await videoInputs())
    .filter(({ deviceId }) => deviceId !== '')
    .map(({ deviceId, label }) => ({ id: deviceId, label: label === '' ? null : label }));
}

/** Calls back when a camera is plugged in or out, until aborted. */
export function onCamerasChanged(callback: () => void, signal: AbortSignal): void {
  devices()?.addEventListener('devicechange', callback, { signal });
}

/** Calls back when the visitor allows the camera in the browser's settings, until aborted. */
export async function onCameraGranted(callback: () => void, signal: AbortSignal): Promise<void> {
  const permissions = (navigator as Partial<Navigator>).permissions;
  // A browser that does not know this permission rejects the query: the button remains.
  const status = await permissions?.query({ name: 'camera' }).catch(() => null);
  status?.addEventListener(
    'change',
    () => {
      if (status.state === 'granted') callback();
    },
    { signal },
  );
}
