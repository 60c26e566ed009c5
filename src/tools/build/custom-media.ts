import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

const DEFINITION = /@custom-media\s+(--[\w-]+)\s+([^;]+);/g;
const USE = /(@media[^{]*?)\((--[\w-]+)\)(?=[^{]*\{)/g;
/** Files of styles, and the style of a component. */
const STYLES = /\.css($|\?)|[?&]lang\.css$/;

/** The conditions of a style sheet's `@custom-media` rules, by name. */
export function customMedia(css: string): ReadonlyMap<string, string> {
  return new Map(
    [...css.matchAll(DEFINITION)].map(([, name, condition]) => [name!, condition!.trim()]),
  );
}

/**
 * A style sheet with the condition in place of each name. A name stands alone in its media query:
 * conditions may hold commas, which cannot be joined with others.
 * @throws where a name is not known, or does not stand alone
 */
export function replaceCustomMedia(css: string, media: ReadonlyMap<string, string>): string {
  return css.replace(USE, (_, before: string, name: string) => {
    const condition = media.get(name);
    if (condition === undefined) throw new Error(`No @custom-media is named ${name}.`);
    if (before.trim() !== '@media') throw new Error(`${name} must stand alone in its @media.`);
    return `${before}${condition}`;
  });
}

/** Names for media queries, from the `@custom-media` rules of one file. */
export function customMediaNames(file: string): Plugin {
  return {
    name: 'custom-media-names',
    enforce: 'pre',
    transform: {
      filter: { id: STYLES },
      handler(css) {
        this.addWatchFile(file);
        return {
          code: replaceCustomMedia(css, customMedia(readFileSync(file, 'utf8'))),
          map: null,
        };
      },
    },
  };
}
