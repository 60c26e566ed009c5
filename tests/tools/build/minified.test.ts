import { expect, test } from 'vitest';
import { minified } from '../../../src/tools/build/minified.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

test('minified(script) does the same in fewer bytes', async () => {
  const script = bytes(`
    // Twice as much.
    export default function twice(someNumber) {
      return someNumber + someNumber;
    }
  `);
  const shorter = minified(script);
  expect(shorter.length).toBeLessThan(script.length / 2);
  const address = `data:text/javascript;base64,${Buffer.from(shorter).toString('base64')}`;
  const { default: twice } = (await import(address)) as { default: (value: number) => number };
  expect(twice(21)).toBe(42);
});

test('minified(script) refuses what is no script', () => {
  expect(() => minified(bytes('export default function ('))).toThrow('cannot be minified');
});
