import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { EMOTIONS } from '../../src/core/blemore/emotions.ts';
import { EMOTION_STYLES } from '../../src/ui/emotion-style.ts';
import { contrast, rgbOfHex } from '../support/contrast.ts';

const css = readFileSync(new URL('../../src/ui/styles/tokens.css', import.meta.url), 'utf8');
const [darkCss = '', lightCss = '', forcedCss = ''] = css.split('@media');

function properties(part: string): Record<string, string> {
  const found = part.matchAll(/(--[a-z-]+): (#[0-9a-f]{3,6});/g);
  return Object.fromEntries(
    [...found].map(([, name = '', value = '']): [string, string] => [name, value]),
  );
}

const dark = properties(darkCss);
const THEMES = { dark, light: { ...dark, ...properties(lightCss) } };

function contrastOfHex(one: string, other: string): number {
  return contrast(rgbOfHex(one), rgbOfHex(other));
}

test('every emotion has its accent in every theme, forced colours included', () => {
  for (const { property } of EMOTION_STYLES) {
    for (const part of [darkCss, lightCss, forcedCss]) expect(part).toContain(`${property}: `);
  }
});

test('every emotion has a colour and a shape of its own, in label order', () => {
  expect(EMOTION_STYLES.map(({ emotion }) => emotion)).toEqual(EMOTIONS);
  for (const key of ['property', 'shape'] as const) {
    expect(new Set(EMOTION_STYLES.map((style) => style[key])).size).toBe(6);
  }
});

describe.each(Object.entries(THEMES))('the %s theme', (_, theme) => {
  test.each(EMOTION_STYLES)(
    '$emotion stands out from its panel and carries text',
    ({ property }) => {
      const color = theme[property]!;
      expect(contrastOfHex(color, theme['--surface']!)).toBeGreaterThanOrEqual(3);
      expect(contrastOfHex(color, theme['--ink']!)).toBeGreaterThanOrEqual(4.5);
    },
  );

  test('text is easy to read on the page and on panels', () => {
    for (const ground of ['--page', '--surface']) {
      expect(contrastOfHex(theme['--text']!, theme[ground]!)).toBeGreaterThanOrEqual(12);
      expect(contrastOfHex(theme['--muted']!, theme[ground]!)).toBeGreaterThanOrEqual(6);
    }
  });
});
