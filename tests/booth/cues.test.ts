import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { cueOf, Cues } from '../../src/booth/cues.ts';
import { single } from '../../src/core/blemore/label.ts';
import { seen, Walk } from '../support/booth.ts';

/** What was heard, in hertz. */
let heard: number[];
let contexts: FakeContext[];

class FakeContext {
  state = 'running';
  currentTime = 0;
  destination = {};
  resume = vi.fn(() => Promise.resolve());
  close = vi.fn(() => Promise.resolve());
  constructor() {
    contexts.push(this);
  }
}

class FakeNode {
  readonly gain = { setValueAtTime: vi.fn(), exponentialRampToValueAtTime: vi.fn() };
  connect = <Target>(target: Target): Target => target;
}

class FakeOscillator extends FakeNode {
  readonly #frequency: number;
  constructor(_: FakeContext, { frequency }: { frequency: number }) {
    super();
    this.#frequency = frequency;
  }
  start = () => heard.push(this.#frequency);
  stop = vi.fn();
}

beforeEach(() => {
  heard = [];
  contexts = [];
  vi.stubGlobal('AudioContext', FakeContext);
  vi.stubGlobal('OscillatorNode', FakeOscillator);
  vi.stubGlobal('GainNode', FakeNode);
  onTestFinished(() => void vi.unstubAllGlobals());
});

test('a round is heard as it is shown, begins and ends, and nothing besides', () => {
  const walk = new Walk().toLive();
  const cues: (string | null)[] = [];
  let before = walk.visit;
  const take = (after: typeof before) => {
    const cue = cueOf(before, after);
    if (cue !== null) cues.push(cue);
    before = after;
  };
  take(walk.play(1, [single('hap'), single('sad')]).visit);
  for (let frame = 0; frame < 400; frame++) take(walk.see(0.1, seen(1)).visit);
  expect(cues).toEqual(['ready', 'start', 'end', 'ready', 'start', 'end']);
});

test('a cue is played as notes', () => {
  const cues = new Cues();
  cues.play('start');
  cues.play('end');
  expect(heard).toEqual([660, 880, 880, 660]);
  expect(contexts).toHaveLength(1);
  cues.close();
  expect(contexts[0]?.close).toHaveBeenCalledOnce();
});

test('a page that may not be heard yet stays silent, and plays no notes late', () => {
  const cues = new Cues();
  cues.play('ready');
  contexts[0]!.state = 'suspended';
  heard = [];
  cues.play('start');
  expect(heard).toEqual([]);
  expect(contexts[0]?.resume).toHaveBeenCalledOnce();
});
