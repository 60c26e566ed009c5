import { describe, expect, test } from 'vitest';
import { customMedia, replaceCustomMedia } from '../../../src/tools/build/custom-media.ts';

const MEDIA = customMedia(`
  /* Small. */
  @custom-media --small (width < 40rem);
  @custom-media --either (width < 60rem) and (orientation: portrait), (width < 40rem);
`);

test('customMedia(css) finds the condition of each name', () => {
  expect([...MEDIA]).toEqual([
    ['--small', '(width < 40rem)'],
    ['--either', '(width < 60rem) and (orientation: portrait), (width < 40rem)'],
  ]);
});

describe('replaceCustomMedia(css, media)', () => {
  test('puts conditions in place of names, and leaves all else', () => {
    const css = 'p { color: var(--small); } @media (--small) { p { order: 1; } }';
    expect(replaceCustomMedia(css, MEDIA)).toBe(
      'p { color: var(--small); } @media (width < 40rem) { p { order: 1; } }',
    );
    expect(replaceCustomMedia('@media (--either) {}', MEDIA)).toContain('portrait), (width');
    expect(replaceCustomMedia('@media print {}', MEDIA)).toBe('@media print {}');
  });

  test('refuses a name that nothing defines', () => {
    expect(() => replaceCustomMedia('@media (--huge) {}', MEDIA)).toThrow('--huge');
  });

  test('refuses a name beside another condition', () => {
    expect(() => replaceCustomMedia('@media print and (--small) {}', MEDIA)).toThrow('alone');
  });
});
