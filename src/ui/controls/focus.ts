import type { Attachment } from 'svelte/attachments';

/** Takes the focus when its element appears, and gives it back when it goes. */
export const borrowFocus: Attachment<HTMLElement> = (element) => {
  const before = document.activeElement;
  element.focus();
  return () => {
    if (before instanceof HTMLElement && before.isConnected) before.focus();
  };
};
