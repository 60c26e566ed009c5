import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parsePack } from '../../../src/core/pack/parse.ts';
import { FailureError } from '../../../src/core/session/failure.ts';
import { fuzz, mutated, type Draw } from '../../support/fuzz.ts';
import { facePack } from '../../support/packs.ts';

const INPUTS = 5_000;
const TIMEOUT = 180_000;

const SHIPPED = new URL('../../../models/ferplus-48/pack.json', import.meta.url);

const MANIFESTS: readonly unknown[] = [facePack(), JSON.parse(readFileSync(SHIPPED, 'utf8'))];

const WORDS = [
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '"',
  'null',
  'NaN',
  '-1',
  '1e999',
  '""',
  '"../x"',
  '\0',
];

/** Of every other type than the one given. */
const OTHERS: readonly unknown[] = [null, 7.25, 'text', true, [], {}];

type Place = { readonly holder: Record<string, unknown>; readonly key: string };

function placesIn(value: unknown): Place[] {
  if (typeof value !== 'object' || value === null) return [];
  const holder = value as Record<string, unknown>;
  return Object.keys(holder).flatMap((key) => [{ holder, key }, ...placesIn(holder[key])]);
}

function typeOf(value: unknown): string {
  return value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
}

/** Null where it is refused, and then with a field and a reason. */
function accepted(json: unknown): unknown {
  try {
    return parsePack(json, 'the pack');
  } catch (error) {
    if (!(error instanceof FailureError)) throw error;
    const { failure } = error;
    if (failure.kind !== 'pack-invalid' || failure.reason === '') throw error;
    return null;
  }
}

/** A value of another type, or a member that nobody knows. */
function spoil(manifest: unknown, draw: Draw): void {
  const { holder, key } = draw.one(placesIn(manifest));
  const value = holder[key];
  if (typeOf(value) === 'object' && draw.below(2) === 0) {
    (value as Record<string, unknown>)['unknown'] = 'member';
  } else {
    holder[key] = draw.one(OTHERS.filter((other) => typeOf(other) !== typeOf(value)));
  }
}

test(
  `${INPUTS} manifests with a wrong type or an unknown member are all refused`,
  () =>
    fuzz(INPUTS, (draw) => {
      const manifest = structuredClone(draw.one(MANIFESTS));
      spoil(manifest, draw);
      if (accepted(manifest) !== null) expect.fail(JSON.stringify(manifest));
    }),
  TIMEOUT,
);

test(
  `${INPUTS} manifests with mutated bytes are refused, or given back as they are`,
  () =>
    fuzz(INPUTS, (draw) => {
      const bytes = mutated(Buffer.from(JSON.stringify(draw.one(MANIFESTS))), WORDS, draw);
      let json: unknown;
      try {
        json = JSON.parse(Buffer.from(bytes).toString());
      } catch {
        return;
      }
      const pack = accepted(json);
      if (pack !== null) expect(pack).toEqual(json);
    }),
  TIMEOUT,
);
