import type { LossReason } from '../../core/session/session.ts';

/** What is said while the browser asks for the camera. */
export function cameraPromptWords(long: boolean): string {
  return long
    ? 'Still waiting for the camera. Look beside the page’s address: the browser’s question, or a camera icon, may be there. Choose “Allow”.'
    : 'Your browser may ask about the camera: choose “Allow”.';
}

/** What is said over the picture while none comes; null where nothing is amiss. */
export function waitingAdvice(reason: LossReason | 'hidden'): string | null {
  switch (reason) {
    case 'unplugged':
      return 'The camera is unplugged. Plug it in again, and the page goes on by itself.';
    case 'no-picture':
      return 'The camera sends no picture. Open its cover or the lid, or close the program that uses it; the page goes on by itself.';
    case 'hidden':
      return null;
  }
}

/** What a camera is called in a list; the browser may not tell its name. */
export function cameraName(label: string | null, index: number): string {
  return label ?? `Camera ${index + 1}`;
}
