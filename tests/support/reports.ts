import { REPORT_FORMAT, type Report, type ReportFrame } from '../../src/core/report/schema.ts';
import { faceAt } from './faces.ts';

/** Frames of 640×360 with one face, ten a second, the more happy the later. */
export function reportFrames(count: number, pictures: boolean): ReportFrame[] {
  return Array.from({ length: count }, (_, i) => ({
    at: i * 100,
    size: { width: 640, height: 360 },
    faces: [
      {
        face: { ...faceAt(320, 180, 120), id: 7 },
        primary: true,
        output: { kind: 'read', logits: [0, 0, 0, i, 0, 0], at: i * 100 },
      },
    ],
    reading: {
      probabilities: [0.1, 0.1, 0.1, 0.5, 0.1, 0.1],
      prediction: [{ emotion: 'hap', salience: 100 }],
      certain: true,
    },
    picture: pictures
      ? {
          file: `pictures/${String(i + 1).padStart(4, '0')}.png`,
          toFrame: { a: 2, b: 0, c: 0, d: 2, e: 200, f: 60 },
        }
      : null,
  }));
}

/** A report of a second. */
export function reportOf(frames: Report['frames'] = reportFrames(10, false)): Report {
  return {
    format: REPORT_FORMAT,
    made: '2026-01-02T03:04:05.678Z',
    browser: 'a browser',
    source: 'camera',
    pack: { id: 'test-pack', version: '1.0.0', sha256: 'ab12', head: null },
    backend: { kind: 'wasm', adapter: null },
    settings: {
      alpha: 0.2,
      beta: 0.3,
      smoothing: 0.35,
      steady: true,
      ownNeutral: false,
      expect: 'everyday',
      everyone: false,
      detection: 'unsure',
      range: 'short',
    },
    pictures: frames.some(({ picture }) => picture !== null) ? 'crops' : 'none',
    frames,
  };
}
