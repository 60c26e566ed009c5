import { describe, expect, test } from 'vitest';
import { parseReport } from '../../../src/core/report/parse.ts';
import { fuzz, mutated } from '../../support/fuzz.ts';
import { changed } from '../../support/packs.ts';
import { reportFrames, reportOf } from '../../support/reports.ts';

const REPORT = reportOf(reportFrames(3, true));

const parse = (value: unknown) => parseReport(JSON.stringify(value));
const withValue = (path: string, value: unknown) => parse(changed({ ...REPORT }, path, value));

describe('parseReport(text)', () => {
  test('gives a report back as it is', () => {
    expect(parse(REPORT)).toEqual({ report: REPORT });
    expect(parse(reportOf())).toEqual({ report: reportOf() });
  });

  test('tells a later version from what is no report', () => {
    expect(withValue('format', 'blendscope-report/2')).toEqual({ newer: 'blendscope-report/2' });
    expect(withValue('format', 'something/2')).toHaveProperty('invalid');
    for (const text of ['', '{', 'null', '[]', '{"format": 1}']) {
      expect(parseReport(text), text).toHaveProperty('invalid');
    }
  });

  test.each([
    ['frames', []],
    ['frames.1.at', -1],
    ['frames.0.at', 150],
    ['frames.0.size.width', 0],
    ['frames.0.size.width', 1e9],
    ['frames.0.picture.file', '../../etc/passwd'],
    ['frames.0.picture.file', 'report.json'],
    ['frames.0.picture.toFrame.a', null],
    ['frames.0.picture.toFrame', { a: 1, b: 1, c: 1, d: 1, e: 0, f: 0 }],
    ['frames.0.faces.0.output.logits', [1, 2, 3]],
    ['frames.0.faces.0.output.kind', 'guessed'],
    ['frames.0.faces.0.face.score', 2],
    ['frames.0.reading.prediction', []],
    ['pack.sha256', 'no digest'],
    ['made', 'yesterday'],
    ['more', 1],
  ])('refuses %s = %j', (path, value) => {
    expect(withValue(path, value)).toHaveProperty('invalid');
  });

  test('refuses more frames, and more faces in one, than there can be', () => {
    const [frame] = REPORT.frames;
    expect(
      withValue(
        'frames',
        Array.from({ length: 4001 }, () => frame),
      ),
    ).toHaveProperty('invalid');
    const faces = Array.from({ length: 9 }, () => frame!.faces[0]);
    expect(withValue('frames.0.faces', faces)).toHaveProperty('invalid');
  });

  test('2000 reports with mutated bytes are refused, or are reports', () =>
    fuzz(2000, (draw) => {
      const words = ['NaN', '1e999', '-1', '"', '{}', '[]', 'null', '"pictures/1.png"', '0'];
      const bytes = mutated(Buffer.from(JSON.stringify(REPORT)), words, draw);
      const parsed = parseReport(Buffer.from(bytes).toString());
      if ('report' in parsed) {
        expect(parse(parsed.report)).toEqual(parsed);
        for (const { picture } of parsed.report.frames) {
          if (picture !== null) expect(picture.file).toMatch(/^pictures\/\d+\.png$/);
        }
      }
    }));
});
