import { expect, test } from 'vitest';
import { Pace } from '../../../src/sources/clip/pace.ts';

type Taken = IteratorResult<number, undefined>;

/** A decoder of `packets`, which brings a frame only when it has so many more packets. */
class FakeDecoder {
  readonly pace = new Pace();
  readonly ended: Promise<void>;
  entered = 0;
  #taken = 0;
  #flushed = false;
  #changed: () => void = () => undefined;
  readonly #heldBack: number;

  constructor(packets: number, heldBack: number) {
    this.#heldBack = heldBack;
    this.ended = this.#pump(packets);
  }

  /** Packets that went in and did not come out as frames. */
  get inside(): number {
    return this.entered - this.#taken;
  }

  /** The next frame's number. */
  take(): Promise<Taken> {
    return this.pace.leave(() => this.#next());
  }

  async #pump(packets: number): Promise<void> {
    while (this.entered < packets) {
      await this.pace.enter();
      this.entered += 1;
      this.#changed();
    }
    this.#flushed = true;
    this.#changed();
  }

  async #next(): Promise<Taken> {
    while (this.inside <= (this.#flushed ? 0 : this.#heldBack)) {
      if (this.#flushed) return { done: true, value: undefined };
      await new Promise<void>((resolve) => {
        this.#changed = resolve;
      });
    }
    return { done: false, value: this.#taken++ };
  }
}

/** Lets everything happen that can happen without a frame being taken. */
const settle = () => new Promise((resolve) => setTimeout(resolve, 10));

async function takeAll(decoder: FakeDecoder) {
  const frames: number[] = [];
  let most = 0;
  for (;;) {
    const result = await decoder.take();
    if (result.done === true) return { frames, most };
    frames.push(result.value);
    await settle();
    most = Math.max(most, decoder.inside);
  }
}

const upTo = (count: number) => Array.from({ length: count }, (_, i) => i);

test('three packets go in before the first frame is taken, and never more are inside', async () => {
  const decoder = new FakeDecoder(20, 0);
  await settle();
  expect(decoder.entered).toBe(3);
  expect(await takeAll(decoder)).toEqual({ frames: upTo(20), most: 3 });
});

test('a decoder that holds frames back gets as many more, and no frame is lost', async () => {
  const decoder = new FakeDecoder(30, 7);
  const { frames, most } = await takeAll(decoder);
  expect(frames).toEqual(upTo(30));
  expect(most).toBeGreaterThanOrEqual(7);
  expect(most).toBeLessThanOrEqual(9);
});

test('even one that holds back everything comes to its end', async () => {
  expect((await takeAll(new FakeDecoder(25, 100))).frames).toEqual(upTo(25));
});

test('stopped, it lets all the rest through', async () => {
  const decoder = new FakeDecoder(20, 0);
  await decoder.take();
  decoder.pace.stop();
  await decoder.ended;
  expect(decoder.entered).toBe(20);
});
