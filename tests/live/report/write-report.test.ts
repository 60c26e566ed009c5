import { expect, test } from 'vitest';
import type { RecordedFrame } from '../../../src/live/report/frame-recorder.ts';
import { writeReport } from '../../../src/live/report/write-report.ts';
import { fileAt } from '../../../src/sources/dropped-files.ts';
import { fileUse } from '../../../src/sources/file-use.ts';
import { openReport } from '../../../src/sources/replay/open-report.ts';
import { analysedFace, analysisWith, readAs } from '../../support/analyses.ts';
import { reportOf } from '../../support/reports.ts';

const PNG = new Blob([Uint8Array.of(0x89, 0x50, 0x4e, 0x47)]);
const TO_FRAME = { a: 2, b: 0, c: 0, d: 2, e: 10, f: 20 };

function recorded(at: number, withPicture: boolean): RecordedFrame {
  return {
    analysis: analysisWith(
      at,
      analysedFace(3, true, readAs([0, 0, 0, 1, 0, 0], at)),
      analysedFace(4, false, { kind: 'bystander' }),
    ),
    reading: null,
    picture: withPicture
      ? { toFrame: () => TO_FRAME, bytes: 4, png: () => Promise.resolve(PNG) }
      : null,
  };
}

/** All of a report but its frames. */
const { made, browser, source, pack, backend, settings } = reportOf();
const HEADING = { made, browser, source, pack, backend, settings };

test('what is written can be opened, with times from its first frame', async () => {
  const frames = [recorded(5000, true), recorded(5040, false), recorded(5080, true)];
  const zip = await writeReport({ ...HEADING, pictures: 'crops' }, frames);
  expect(await fileUse([fileAt(new File([zip], 'a.zip'))])).toBe('picture');
  const opened = await openReport(new Blob([zip]));
  const report = opened?.report;
  expect(report).toMatchObject({ ...HEADING, pictures: 'crops' });
  expect(report?.frames.map(({ at }) => at)).toEqual([0, 40, 80]);
  expect(report?.frames[1]?.faces.map(({ output }) => output)).toEqual([
    { kind: 'read', logits: [0, 0, 0, 1, 0, 0], at: 40 },
    { kind: 'bystander' },
  ]);
  expect(report?.frames.map(({ picture }) => picture)).toEqual([
    { file: 'pictures/0001.png', toFrame: TO_FRAME },
    null,
    { file: 'pictures/0003.png', toFrame: TO_FRAME },
  ]);
  const picture = opened?.picture('pictures/0003.png');
  expect(new Uint8Array((await picture?.arrayBuffer())!)).toEqual(
    new Uint8Array(await PNG.arrayBuffer()),
  );
});

test('numbers alone make no pictures', async () => {
  const zip = await writeReport({ ...HEADING, pictures: 'none' }, [recorded(0, false)]);
  expect(Buffer.from(zip).includes('pictures/')).toBe(false);
  expect((await openReport(new Blob([zip])))?.report.frames).toHaveLength(1);
});
