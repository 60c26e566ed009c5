import type { Visit } from './visit.ts';

/** What is heard of a game. */
export type Cue = 'ready' | 'start' | 'end';

/** The cue that goes with a change of a visit; null for none. */
export function cueOf(from: Visit, to: Visit): Cue | null {
  const before = from.stage === 'game' ? from.game : null;
  const after = to.stage === 'game' ? to.game : null;
  if (after === null || (before?.phase === after.phase && before.round === after.round))
    return null;
  switch (after.phase) {
    case 'ready':
      return 'ready';
    case 'playing':
      return 'start';
    case 'verdict':
      return 'end';
  }
}

/** In hertz. */
const PITCHES: Readonly<Record<Cue, readonly number[]>> = {
  ready: [440],
  start: [660, 880],
  end: [880, 660],
};
const NOTE_S = 0.14;
const LOUDNESS = 0.15;

/** Plays short notes. Browsers let a page be heard only once somebody has touched it. */
export class Cues {
  #context: AudioContext | null = null;

  play(cue: Cue): void {
    this.#context ??= new AudioContext();
    const context = this.#context;
    // Else the notes are played all at once when it may be heard at last.
    if (context.state !== 'running') {
      void context.resume();
      return;
    }
    for (const [i, pitch] of PITCHES[cue].entries()) {
      playNote(context, pitch, context.currentTime + i * NOTE_S);
    }
  }

  close(): void {
    void this.#context?.close();
    this.#context = null;
  }
}

function playNote(context: AudioContext, pitch: number, at: number): void {
  const note = new OscillatorNode(context, { type: 'sine', frequency: pitch });
  const gain = new GainNode(context, { gain: 0 });
  gain.gain.setValueAtTime(LOUDNESS, at);
  gain.gain.exponentialRampToValueAtTime(0.001, at + NOTE_S);
  note.connect(gain).connect(context.destination);
  note.start(at);
  note.stop(at + NOTE_S);
}
