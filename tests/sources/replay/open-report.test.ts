import { strToU8, zipSync, type Zippable } from 'fflate';
import { describe, expect, test } from 'vitest';
import { openReport } from '../../../src/sources/replay/open-report.ts';
import { fuzz, mutated } from '../../support/fuzz.ts';
import { reportFrames, reportOf } from '../../support/reports.ts';

const PICTURE = Uint8Array.of(1, 2, 3, 4);
const REPORT = reportOf(reportFrames(2, true));
const FILES: Zippable = {
  'report.json': strToU8(JSON.stringify(REPORT)),
  'pictures/0001.png': PICTURE,
  'pictures/0002.png': PICTURE,
};

const zipped = (files: Zippable) => new Blob([new Uint8Array(zipSync(files))]);
const invalid = { problem: { kind: 'report-invalid' } };

describe('openReport(file)', () => {
  test('finds the report and its pictures', async () => {
    const opened = await openReport(zipped(FILES));
    expect(opened?.report).toEqual(REPORT);
    const bytes = await opened?.picture('pictures/0002.png').arrayBuffer();
    expect(new Uint8Array(bytes!)).toEqual(PICTURE);
  });

  test.each([
    ['another zip', zipped({ 'pack.json': strToU8('{}') })],
    ['no zip', new Blob(['PK\x03\x04 and nothing more'])],
    ['a zip of more files than a report has', zipped(manyFiles(4100))],
    ['a zip with a path that climbs out', zipped({ ...FILES, '../x': PICTURE })],
  ])('%s holds none', async (_, file) => {
    expect(await openReport(file)).toBeNull();
  });

  test('one of a later version is told from one that is broken', async () => {
    const later = { ...REPORT, format: 'blendscope-report/2' };
    const file = zipped({ ...FILES, 'report.json': strToU8(JSON.stringify(later)) });
    await expect(openReport(file)).rejects.toMatchObject({ problem: { kind: 'report-newer' } });
    const broken = zipped({ ...FILES, 'report.json': strToU8('{') });
    await expect(openReport(broken)).rejects.toMatchObject(invalid);
  });

  test('a picture that is named and not there is told beforehand', async () => {
    const rest = new Map(Object.entries(FILES));
    rest.delete('pictures/0002.png');
    await expect(openReport(zipped(Object.fromEntries(rest)))).rejects.toMatchObject(invalid);
  });

  test('a picture takes no more memory than it was said to take', async () => {
    const bytes = zipSync({ ...FILES, 'pictures/0002.png': new Uint8Array(2 ** 16) });
    const view = Buffer.from(bytes);
    const central = view.lastIndexOf(Buffer.from('pictures/0002.png')) - 46;
    view.writeUInt32LE(16, central + 24);
    const opened = await openReport(new Blob([new Uint8Array(view)]));
    expect(opened?.picture('pictures/0002.png').size).toBe(16);
  });

  test('a picture that says it unpacks to gigabytes is not unpacked', async () => {
    const view = Buffer.from(zipSync(FILES));
    const central = view.lastIndexOf(Buffer.from('pictures/0002.png')) - 46;
    view.writeUInt32LE(0x7fff_ffff, central + 24);
    expect(await openReport(new Blob([new Uint8Array(view)]))).toBeNull();
  });

  test('500 reports with mutated bytes are opened or refused with a reason', () =>
    fuzz(500, async (draw) => {
      const bytes = mutated(zipSync(FILES), ['PK\x01\x02', '\xff\xff\xff\xff', '{}'], draw);
      try {
        const opened = await openReport(new Blob([new Uint8Array(bytes)]));
        for (const { picture } of opened?.report.frames ?? []) {
          if (picture !== null) opened?.picture(picture.file);
        }
      } catch (error) {
        expect(error).toMatchObject(invalid);
      }
    }));
});

function manyFiles(count: number): Zippable {
  return Object.fromEntries(
    Array.from({ length: count }, (_, i) => [`${i}.png`, new Uint8Array(0)]),
  );
}
