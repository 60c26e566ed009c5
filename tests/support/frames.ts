import type { FrameImage } from '../../src/analyser/messages.ts';

/** A frame that knows whether it was closed, and nothing else. */
export function frameImage(): FrameImage & { readonly closed: boolean } {
  const image = {
    closed: false,
    close(): void {
      this.closed = true;
    },
  };
  return image as unknown as FrameImage & { readonly closed: boolean };
}
