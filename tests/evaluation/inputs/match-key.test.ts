import { expect, test } from 'vitest';
import { matchKey } from '../../../src/evaluation/inputs/match-key.ts';

test.each([
  ['folders in front', 'videos/train/Clip_1.mp4'],
  ['Windows’ folders', 'D:\\data\\clip_1.mp4'],
  ['both', 'data\\train/clip_1.mp4'],
  ['letter case', 'CLIP_1.MP4'],
  ['no extension', 'clip_1'],
  ['another extension', 'clip_1.MOV'],
  ['the extension from before it was converted', 'clip_1.mov.mp4'],
  ['blanks around', ' clip_1.mp4 '],
])('%s: one clip', (_, name) => {
  expect(matchKey(name)).toBe('clip_1');
});

test('composed and decomposed letters are the same', () => {
  expect(matchKey('Zoe\u0308.mov')).toBe(matchKey('ZOË.mp4'));
});

test('what is no video’s extension is part of the name', () => {
  expect(matchKey('test_0001.v2')).toBe('test_0001.v2');
});

test('a name without anything to match by', () => {
  expect(['', 'videos/', '.mp4', ' \\ '].map(matchKey)).toEqual(['', '', '', '']);
});
