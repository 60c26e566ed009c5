import { describe, expect, test } from 'vitest';
import type { KeptPicture } from '../../../src/live/report/frame-recorder.ts';
import { FrameRecorder, KEPT_MS } from '../../../src/live/report/frame-recorder.ts';
import { analysedFace, analysisWith, readAs } from '../../support/analyses.ts';

const at = (time: number) =>
  analysisWith(time, analysedFace(1, true, readAs([0, 0, 0, 1, 0, 0], time)));

const picture = (bytes: number): KeptPicture => ({
  toFrame: () => ({ a: 1, b: 0, c: 0, d: 1, e: 0, f: 0 }),
  bytes,
  png: () => Promise.resolve(new Blob(['png'])),
});

const times = ({ frames }: FrameRecorder) => frames.map(({ analysis }) => analysis.capturedAt);
const bytes = ({ frames }: FrameRecorder) => frames.map((frame) => frame.picture?.bytes ?? null);

describe('FrameRecorder', () => {
  test('keeps twenty seconds and nothing older', () => {
    const recorder = new FrameRecorder();
    for (let time = 0; time <= 60_000; time += 100) recorder.add(at(time), null, null);
    expect(times(recorder)[0]).toBe(60_000 - KEPT_MS);
    expect(recorder.frames).toHaveLength(201);
  });

  test('keeps as many of the newest pictures as there is room for, and all numbers', () => {
    const recorder = new FrameRecorder(100);
    for (let time = 0; time < 5; time++) recorder.add(at(time), null, picture(40));
    expect(times(recorder)).toEqual([0, 1, 2, 3, 4]);
    expect(bytes(recorder)).toEqual([null, null, null, 40, 40]);
  });

  test('never holds more bytes than it may, however large a picture is', () => {
    const recorder = new FrameRecorder(100);
    recorder.add(at(0), null, picture(60));
    recorder.add(at(1), null, picture(101));
    expect(bytes(recorder)).toEqual([null, null]);
  });

  test('a picture may be made after its frame was added, and before that frame is gone', () => {
    const recorder = new FrameRecorder();
    recorder.attach(1, picture(1));
    recorder.add(at(1), null, null);
    recorder.add(at(2), null, null);
    recorder.attach(2, picture(2));
    recorder.attach(0, picture(3));
    expect(bytes(recorder)).toEqual([null, 2]);
  });

  test('keeps no crop but the one it is given', () => {
    const recorder = new FrameRecorder();
    const crop = { size: 1, channels: 1, data: new Float32Array(1) } as const;
    const analysis = at(0);
    const faces = analysis.faces.map((face) => ({ ...face, crops: [crop] }));
    recorder.add({ ...analysis, faces }, null, null);
    expect(recorder.frames[0]?.analysis.faces[0]?.crops).toEqual([]);
  });

  test('clear() leaves nothing', () => {
    const recorder = new FrameRecorder();
    recorder.add(at(0), null, picture(1));
    recorder.clear();
    recorder.attach(0, picture(1));
    expect(recorder.frames).toEqual([]);
  });
});
