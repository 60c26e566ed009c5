import { describe, expect, test } from 'vitest';
import { EncodedPacketSink } from 'mediabunny';
import { openContainer } from '../../../src/sources/clip/open-container.ts';
import { boxStart, makeClip, withEdits, type MadeClip } from '../../support/made-clips.ts';

const CONTAINERS = ['mp4', 'fragmented-mp4', 'mov', 'webm', 'mkv', 'mpeg-ts'] as const;

async function open(bytes: Uint8Array<ArrayBuffer>, name = 'a.webm') {
  const container = await openContainer(new File([bytes], name));
  const { duration, lastEnd, stretches, cut, codec, track } = container;
  const packets = [];
  for await (const packet of new EncodedPacketSink(track).packets()) packets.push(packet.timestamp);
  container.close();
  return { duration, lastEnd, stretches, cut, codec, packets };
}

/** What refuses a file. */
async function refusal(bytes: BlobPart, name = 'a.mp4') {
  const file = new File([bytes], name);
  try {
    (await openContainer(file)).close();
  } catch (error) {
    return (error as { problem?: object }).problem;
  }
  return null;
}

function renamed(bytes: Uint8Array<ArrayBuffer>, from: string, to: string) {
  const changed = Uint8Array.from(bytes);
  const at = boxStart(bytes, from) + 4;
  for (let i = 0; i < 4; i++) changed[at + i] = to.charCodeAt(i);
  return changed;
}

describe('openContainer(file)', () => {
  test.each(CONTAINERS)('reads %s, whatever it is called', async (container) => {
    const bytes = await makeClip({ container });
    for (const name of ['a.webm', 'a.mp4', 'a.m4v', 'a.3gp', 'a.mkv', 'a']) {
      const { packets, codec } = await open(bytes, name);
      expect(packets).toHaveLength(20);
      expect(codec).toBe(container === 'mpeg-ts' ? 'H.264' : 'VP8');
    }
  });

  test('reads a film from before there was a box to name its kind', async () => {
    const bytes = renamed(await makeClip({ container: 'mov' }), 'ftyp', 'wide');
    expect((await open(bytes)).packets).toHaveLength(20);
  });

  test.each(['mp4', 'mov', 'fragmented-mp4'] as const)(
    'the length of %s is its picture’s, not its sound’s',
    async (container) => {
      const { duration, lastEnd } = await open(await makeClip({ container, sound: 7 }));
      expect(duration).toBeCloseTo(2, 2);
      expect(lastEnd).toBeCloseTo(2, 2);
    },
  );

  test.each(['webm', 'mkv'] as const)(
    'of %s only the frames tell the picture’s length, and sound that goes on is no damage',
    async (container) => {
      const { lastEnd, cut } = await open(await makeClip({ container, sound: 7 }));
      expect({ lastEnd, cut }).toEqual({ lastEnd: null, cut: false });
    },
  );

  test('a last picture that stands for seconds belongs to the length', async () => {
    const { lastEnd } = await open(await makeClip({ container: 'mp4', lastStands: 5 }));
    expect(lastEnd).toBeCloseTo(6.9, 2);
  });

  test.each<{ what: string; bytes: () => Promise<BlobPart>; problem: object }>([
    { what: 'nothing', bytes: () => Promise.resolve(''), problem: { kind: 'empty' } },
    {
      what: 'an index that never came',
      bytes: async () => {
        const whole = await makeClip({ container: 'mp4' });
        return whole.slice(0, boxStart(whole, 'moov') - 20);
      },
      problem: { kind: 'no-index' },
    },
    {
      what: 'fragments without their beginning',
      bytes: async () => {
        const whole = await makeClip({ container: 'fragmented-mp4' });
        return whole.slice(boxStart(whole, 'moof'));
      },
      problem: { kind: 'no-index' },
    },
    {
      what: 'sound alone',
      bytes: async () => renamed(await makeClip({ container: 'mp4' }), 'vide', 'text'),
      problem: { kind: 'no-video' },
    },
    {
      what: 'a protected picture track',
      bytes: async () => renamed(await makeClip({ container: 'mp4' }), 'vp08', 'encv'),
      problem: { kind: 'encrypted' },
    },
    {
      what: 'a transport stream of a codec that nothing here decodes',
      bytes: async () => mpeg2(await makeClip({ container: 'mpeg-ts' })),
      problem: { kind: 'codec-unsupported', codec: 'MPEG-2' },
    },
    {
      what: 'an AVI',
      bytes: () => Promise.resolve('RIFF\0\0\0\0AVI LIST'),
      problem: { kind: 'format-unsupported', format: 'avi' },
    },
  ])('refuses $what', async ({ bytes, problem }) => {
    expect(await refusal(await bytes())).toEqual(problem);
  });

  test.each(['webm', 'mkv', 'mp4', 'fragmented-mp4'] as const)(
    'sees that %s was cut short',
    async (container) => {
      const clip: MadeClip = { container };
      const whole = await makeClip(clip);
      // An MP4's index stands at its end here, and goes first.
      const bytes = container === 'mp4' ? indexFirst(whole) : whole;
      const { cut } = await open(bytes.slice(0, Math.floor(bytes.length * 0.7)));
      expect(cut).toBe(true);
    },
  );

  test.each([
    { table: 'stsc', at: 20 },
    { table: 'stts', at: 16 },
    { table: 'stsz', at: 16 },
  ])('refuses a $table of more frames than the file can hold', async ({ table, at }) => {
    const bytes = await makeClip({ container: 'mov' });
    bytes.set([0x70, 0, 0, 0], boxStart(bytes, table) + at);
    expect(await refusal(bytes)).toMatchObject({ kind: 'damaged' });
  });

  test('sees that a film ends before its first frame', async () => {
    const bytes = await makeClip({ container: 'mkv' });
    const cluster = Buffer.from(bytes).indexOf(Buffer.from([0x1f, 0x43, 0xb6, 0x75]));
    const problem = { kind: 'cut-short', seconds: 0 };
    expect(await refusal(bytes.slice(0, cluster + 6))).toEqual(problem);
    expect(await refusal(bytes.slice(0, cluster))).toEqual(problem);
  });

  test('tells of bytes that are no element', async () => {
    const bytes = await makeClip({ container: 'webm' });
    const cluster = Buffer.from(bytes).indexOf(Buffer.from([0x1f, 0x43, 0xb6, 0x75]));
    bytes.fill(0, cluster, cluster + 12);
    expect(await refusal(bytes)).toMatchObject({ kind: 'damaged' });
  });
});

describe('what a player shows', () => {
  const whole = () => makeClip({ container: 'mp4', frames: 40 });

  test('begins where the edit begins', async () => {
    const bytes = withEdits(await whole(), [{ duration: 2, mediaTime: 2 }]);
    const { stretches, duration, packets } = await open(bytes);
    expect(packets[0]).toBeCloseTo(-2, 6);
    expect(stretches).toEqual([{ from: 0, until: 2, shift: 0 }]);
    expect(duration).toBeCloseTo(2, 2);
  });

  test('ends where the edit ends', async () => {
    const bytes = withEdits(await whole(), [{ duration: 1.5, mediaTime: 0 }]);
    const { stretches, duration } = await open(bytes);
    expect(stretches).toEqual([{ from: 0, until: 1.5, shift: 0 }]);
    expect(duration).toBeCloseTo(1.5, 2);
  });

  test('is every edit after the other', async () => {
    const bytes = withEdits(await whole(), [
      { duration: 1, mediaTime: 3 },
      { duration: 0.5, mediaTime: 0 },
    ]);
    const { stretches } = await open(bytes);
    expect(stretches).toEqual([
      { from: 0, until: 1, shift: 0 },
      { from: -3, until: -2.5, shift: 4 },
    ]);
  });

  test('starts at zero though a stretch of nothing comes first', async () => {
    const bytes = withEdits(await whole(), [
      { duration: 1, mediaTime: -1 },
      { duration: 2, mediaTime: 1 },
    ]);
    const [stretch] = (await open(bytes)).stretches;
    expect(stretch!.from + stretch!.shift).toBeGreaterThanOrEqual(0);
    expect(stretch!.until - stretch!.from).toBeCloseTo(2, 6);
  });

  test('is all of it where an edit has no length', async () => {
    const bytes = withEdits(await whole(), [{ duration: 0, mediaTime: 0 }]);
    expect((await open(bytes)).stretches).toEqual([{ from: 0, until: Infinity, shift: 0 }]);
  });
});

/** The transport stream's table of tracks says MPEG-2 where it said H.264. */
function mpeg2(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  // A section of tracks begins with a 2 behind its pointer; the first track's type comes with it.
  const table = bytes.findIndex(
    (byte, at) =>
      byte === 2 && bytes[at - 1] === 0 && (at - 5) % 188 === 0 && bytes[at + 12] === 0x1b,
  );
  const changed = Uint8Array.from(bytes);
  changed[table + 12] = 0x02;
  return changed;
}

/** The index is moved in front of the frames, as for the web; its places stay right by a free box. */
function indexFirst(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const source = Buffer.from(bytes);
  const index = source.subarray(boxStart(bytes, 'moov'));
  const frames = boxStart(bytes, 'mdat');
  const moved = Buffer.concat([
    source.subarray(0, frames),
    index,
    source.subarray(frames, boxStart(bytes, 'moov')),
  ]);
  const offsets = boxStart(moved, 'stco');
  const count = moved.readUInt32BE(offsets + 12);
  for (let i = 0; i < count; i++) {
    const at = offsets + 16 + 4 * i;
    moved.writeUInt32BE(moved.readUInt32BE(at) + index.length, at);
  }
  return new Uint8Array(moved);
}
