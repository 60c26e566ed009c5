import type { Page } from 'playwright-core';

/**
 * What reaches past the right edge of the page or of its own scrolling box, as "tag.class: width".
 * A table of two dimensions may: WCAG's reflow leaves it its shape, and all 36 labels are such.
 */
export function sidewaysScrolling(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const scrolls = (element: Element) =>
      element.scrollWidth > element.clientWidth + 1 &&
      (element === document.scrollingElement ||
        ['auto', 'scroll'].includes(getComputedStyle(element).overflowX));
    return [...document.querySelectorAll('*')]
      .filter((element) => element.checkVisibility() && scrolls(element))
      .map((element) => `${element.tagName} ${element.className}: ${element.scrollWidth}`);
  });
}

/**
 * Texts that are wider than the element they stand in, as "tag.class: text", whether they are cut
 * off there or run into what stands beside. What is for screen readers alone has no width.
 */
export function overflowingTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const hasText = (element: Element) =>
      [...element.childNodes].some((node) => node instanceof Text && node.data.trim() !== '');
    const unseen = (element: Element) => element.clientWidth <= 1;
    return [...document.querySelectorAll('body *')]
      .filter((element) => element.checkVisibility() && hasText(element) && !unseen(element))
      .filter((element) => element.scrollWidth > element.clientWidth + 1)
      .map((element) => `${element.tagName} ${element.className}: ${element.textContent.trim()}`);
  });
}
