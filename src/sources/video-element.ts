/** A video that plays inline and silently: without both, iOS shows a black picture. */
export function silentVideo(): HTMLVideoElement {
  const video = document.createElement('video');
  video.muted = true;
  video.playsInline = true;
  video.setAttribute('aria-hidden', 'true');
  return video;
}

/** Resolves once the video has a picture to show; rejects with the element's error. */
export async function firstPicture(video: HTMLVideoElement): Promise<void> {
  if (video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA) return;
  await new Promise<void>((resolve, reject) => {
    video.addEventListener(
      'loadeddata',
      () => {
        resolve();
      },
      { once: true },
    );
    video.addEventListener(
      'error',
      () => {
        reject(new Error(video.error?.message ?? 'no picture'));
      },
      { once: true },
    );
  });
}
