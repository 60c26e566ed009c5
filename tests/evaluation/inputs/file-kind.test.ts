import { expect, test } from 'vitest';
import { clipStem, fileKind } from '../../../src/evaluation/inputs/file-kind.ts';

test('clips are told by their extension, in any case', () => {
  expect(['a.mp4', 'b.MOV', 'c.webm'].map(fileKind)).toEqual(['clip', 'clip', 'clip']);
});

test('tables, predictions and everything else', () => {
  const names = ['labels.csv', 'predictions.json', 'notes.txt', 'A102_ang_int1_ver1', 'a.avi'];
  expect(names.map(fileKind)).toEqual(['table', 'json', 'other', 'other', 'other']);
});

test('what systems leave in folders is nobody’s mistake', () => {
  const names = ['.DS_Store', '._A102_ang_int1_ver1.mov', 'Thumbs.db', 'desktop.ini'];
  expect(names.map(fileKind)).toEqual(['hidden', 'hidden', 'hidden', 'hidden']);
});

test('a stem loses a video’s extension and no other', () => {
  const names = ['test_0001.mov', 'test_0001', 'test_0001.v2'];
  expect(names.map(clipStem)).toEqual(['test_0001', 'test_0001', 'test_0001.v2']);
});
