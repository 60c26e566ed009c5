import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'svelte/compiler';
import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../../src/core/session/language.ts';
import { de } from '../../../src/ui/words/de.ts';
import { en, type Words } from '../../../src/ui/words/en.ts';
import { es } from '../../../src/ui/words/es.ts';
import { fr } from '../../../src/ui/words/fr.ts';
import { sv } from '../../../src/ui/words/sv.ts';
import { FILE_PROBLEMS } from '../../support/file-problems.ts';

const CATALOGUES: readonly Words[] = [en, de, sv, fr, es];

/** Every text of a catalogue by its path, those inside functions left out. */
function texts(value: unknown, path: string): [path: string, text: string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => texts(inner, `${path}.${key}`));
}

/** Proper names. */
const SYSTEMS = ['CLIP', 'ImageBind', 'VideoMAEv2', 'Video Swin'];

/** Words that a language has in common with English. */
const ALIKE: Readonly<Record<string, readonly string[]>> = {
  de: ['Neutral', 'Live', 'Head', 'Linear', 'Clip', 'Clips', 'Fold', 'Name', 'Logits'],
  sv: ['Live', 'backend', 'Processor (WebAssembly)', 'Fold'],
  fr: ['total', 'pack', 'Page', 'Clip', 'Clips', 'Licence'],
  es: ['Neutral', 'total', 'Clip', 'Clips', 'Logits'],
};

test('there is a catalogue for every language', () => {
  expect(CATALOGUES.map(({ locale }) => locale)).toEqual([...LANGUAGES]);
});

describe.each(CATALOGUES)('the catalogue of $locale', (words) => {
  test('has no empty text', () => {
    for (const [path, text] of texts(words, '')) expect(text.trim(), path).not.toBe('');
  });

  test('names six emotions, told apart by their first three letters', () => {
    const names = Object.values(words.emotions);
    expect(new Set(names.map((name) => name.slice(0, 3))).size).toBe(6);
  });

  test('says something of every file, and nothing that only a programmer understands', () => {
    for (const problem of FILE_PROBLEMS) {
      const sentence = words.clipProblemWords(problem);
      expect(sentence).toMatch(/\.$/);
      expect(sentence).not.toMatch(/undefined|null|NaN|\[object/);
    }
  });

  test.skipIf(words === en)('repeats no English text, but for words that are alike', () => {
    const english = new Map(texts(en, ''));
    const alike = [...SYSTEMS, ...(ALIKE[words.locale] ?? [])];
    const same = texts(words, '').filter(
      ([path, text]) => english.get(path) === text && !alike.includes(text),
    );
    expect(same).toEqual([]);
  });
});

const UI = new URL('../../../src/ui/', import.meta.url);

/** Attributes that a visitor reads or hears. */
const SPOKEN = new Set(['aria-label', 'alt', 'title', 'placeholder', 'label', 'hint', 'lead']);

/** Names that are no words of a language: formats, ONNX's own, figures of a paper, signs. */
const NAMES = /^(Blendscope|opset|ACC_|presence|salience|α \\ β|[^\p{Letter}]*)$/u;

interface Node {
  readonly type?: string;
  readonly name?: string;
  readonly data?: string;
  readonly value?: unknown;
}

/** The literal texts in a component's markup. */
function literals(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(literals);
  if (typeof node !== 'object' || node === null) return [];
  const { type, name, data, value } = node as Node;
  if (type === 'Text') return [data ?? ''];
  if (type === 'Attribute') return SPOKEN.has(name ?? '') ? literals(value) : [];
  // Code, such as a file's name or a column's, stands as it is.
  if (type === 'RegularElement' && name === 'code') return [];
  return Object.entries(node)
    .filter(([key]) => key !== 'metadata')
    .flatMap(([, inner]) => literals(inner));
}

describe('no component has words of its own', () => {
  const files = readdirSync(UI, { encoding: 'utf8', recursive: true }).filter((file) =>
    file.endsWith('.svelte'),
  );

  test.each(files)('%s', (file) => {
    const { fragment } = parse(readFileSync(new URL(file, UI), 'utf8'), { modern: true });
    const words = literals(fragment)
      .map((text) => text.trim())
      .filter((text) => !NAMES.test(text));
    expect(words).toEqual([]);
  });
});
