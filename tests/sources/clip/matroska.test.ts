import { describe, expect, test } from 'vitest';
import { closedOff, readMatroska } from '../../../src/sources/clip/matroska.ts';

type Bytes = readonly number[];

const VOID = [0xec];
const CLUSTER = [0x1f, 0x43, 0xb6, 0x75];
const TAGS = [0x12, 0x54, 0xc3, 0x67];
const TRACKS = [0x16, 0x54, 0xae, 0x6b];
const OPEN = [0x01, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff];

/** An element whose length takes one byte, or eight as ffmpeg writes it. */
function element(id: Bytes, content: Bytes, long = false): number[] {
  const { length } = content;
  const size = long ? [1, 0, 0, 0, 0, 0, length >> 8, length & 0xff] : [0x80 | length];
  return [...id, ...size, ...content];
}

function film(segment: Bytes, size: 'known' | 'open' = 'known'): Blob {
  const head = element([0x1a, 0x45, 0xdf, 0xa3], [0x42, 0x82, 0x84, ...Buffer.from('webm')]);
  const id = [0x18, 0x53, 0x80, 0x67];
  const body = size === 'open' ? [...id, ...OPEN, ...segment] : element(id, segment, true);
  return new Blob([Uint8Array.from([...head, ...body])]);
}

const FRAMES = element(CLUSTER, [0xe7, 0x81, 0]);
const SOUND = { cut: false, damagedAt: null, encrypted: false, clusters: true };

describe('readMatroska(file)', () => {
  test('lengths of one byte and of eight', async () => {
    expect(await readMatroska(film([...element(VOID, [0, 0]), ...FRAMES]))).toMatchObject(SOUND);
    const long = [...element(VOID, [0, 0, 0], true), ...element(CLUSTER, [0xe7, 0x81, 0], true)];
    expect(await readMatroska(film(long))).toMatchObject(SOUND);
  });

  test('lengths left open, as recorders do', async () => {
    expect(await readMatroska(film([...CLUSTER, ...OPEN, 0xe7, 0x81, 0], 'open'))).toMatchObject(
      SOUND,
    );
  });

  test('a file that ends before its frames do', async () => {
    const whole = film([...FRAMES, ...FRAMES]);
    expect(await readMatroska(whole.slice(0, whole.size - 2))).toMatchObject({
      ...SOUND,
      cut: true,
    });
  });

  test('a kind of element that is not known here', async () => {
    const signature = element([0x1b, 0x53, 0x86, 0x67], [1, 2, 3]);
    expect(await readMatroska(film([...signature, ...FRAMES]))).toMatchObject(SOUND);
  });

  test('closed off, it has known elements from its last one to its end', async () => {
    const stray = element([0x1b, 0x53, 0x86, 0x67], [1, 2, 3]);
    const whole = film([...FRAMES, ...stray], 'open');
    const found = await readMatroska(whole);
    expect(found.end).toBe(whole.size - stray.length);
    const closed = closedOff(whole, found);
    expect(await readMatroska(closed)).toEqual({ ...found, end: closed.size });
    expect(closed.size).toBeGreaterThan(whole.size);
  });

  test('bytes that are no element', async () => {
    const { damagedAt } = await readMatroska(film([...FRAMES, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]));
    expect(damagedAt).toBeGreaterThan(0);
  });

  test('a track that is encrypted', async () => {
    const encryption = element([0x50, 0x35], []);
    const encodings = element([0x6d, 0x80], element([0x62, 0x40], encryption));
    const tracks = element(TRACKS, element([0xae], encodings));
    expect(await readMatroska(film([...tracks, ...FRAMES]))).toMatchObject({
      ...SOUND,
      encrypted: true,
    });
    const plain = element(TRACKS, element([0xae], []));
    expect(await readMatroska(film([...plain, ...FRAMES, ...element(TAGS, [])]))).toMatchObject(
      SOUND,
    );
  });

  test('of tracks with a damaged length no more is read than tracks can take', async () => {
    const tracks = element([0xae], []);
    const size = [0x08, 0x10, 0, 0, 0];
    const head = [...TRACKS, ...size, ...tracks];
    const read: number[] = [];
    /** 256 MiB of nothing behind it, which would have to be there to be read. */
    const whole = film(head, 'open');
    const file = {
      size: whole.size + 2 ** 28,
      slice(from: number, to: number) {
        read.push(to - from);
        return whole.slice(from, to);
      },
    } as Blob;
    expect(await readMatroska(file)).toMatchObject({ encrypted: false, damagedAt: null });
    expect(Math.max(...read)).toBeLessThanOrEqual(2 ** 20);
  });
});
