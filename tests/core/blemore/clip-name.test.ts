import { describe, expect, test } from 'vitest';
import { clipLabel, ClipNameError, parseClipName } from '../../../src/core/blemore/clip-name.ts';

test('a single emotion with its intensity', () => {
  expect(parseClipName('A102_ang_int4_ver2')).toEqual({
    filename: 'A102_ang_int4_ver2',
    videoId: 'A102',
    mix: false,
    emotion: 'ang',
    intensity: 4,
    situation: null,
    version: 2,
  });
});

test('neutral in a situation', () => {
  expect(parseClipName('A303_neu_sit2_ver1')).toMatchObject({
    emotion: 'neu',
    intensity: null,
    situation: 2,
  });
});

test('a blend, in the order of its name', () => {
  expect(parseClipName('A438_mix_hap_disg_30_70_ver1')).toEqual({
    filename: 'A438_mix_hap_disg_30_70_ver1',
    videoId: 'A438',
    mix: true,
    emotions: ['hap', 'disg'],
    saliences: [30, 70],
    version: 1,
  });
});

test('the extension of a video is no part of the form', () => {
  expect(parseClipName('A55_fea_int3_ver1.MOV')).toMatchObject({
    filename: 'A55_fea_int3_ver1.MOV',
    videoId: 'A55',
    version: 1,
  });
});

describe('a name of another form is an error that says the name', () => {
  test.each([
    '',
    'test_0001',
    'A102_ang',
    'A102_ang_int1',
    'A102_joy_int1_ver1',
    'A102_ang_int_ver1',
    'A102_ang_int12_ver1',
    'A102_ang_int1_ver1_copy',
    'A102_ang_int1_ver1.txt',
    'A438_mix_disg_hap_30_70',
    'A438_mix_disg_hap_30_30_ver1',
    'A438_mix_disg_hap_60_40_ver1',
    'A438_mix_disg_disg_30_70_ver1',
    'A438_mix_disg_neu_30_70_ver1',
    'A438_mix_disg_joy_30_70_ver1',
    ' A102_ang_int1_ver1',
  ])('%j', (name) => {
    expect(() => parseClipName(name)).toThrow(ClipNameError);
    expect(() => parseClipName(name)).toThrow(`"${name}"`);
  });
});

describe('the label of a clip', () => {
  test('is its emotion alone', () => {
    expect(clipLabel(parseClipName('A102_sad_int1_ver1'))).toEqual([
      { emotion: 'sad', salience: 100 },
    ]);
  });

  test('is its blend in label order, each salience with its emotion', () => {
    expect(clipLabel(parseClipName('A438_mix_sad_ang_30_70_ver1'))).toEqual([
      { emotion: 'ang', salience: 70 },
      { emotion: 'sad', salience: 30 },
    ]);
  });
});
