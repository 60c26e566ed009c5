import { expect, test } from 'vitest';
import { fileKind } from '../../../src/evaluation/inputs/file-kind.ts';

test('clips are told by their extension, in any case', () => {
  expect(['a.mp4', 'b.MOV', 'c.webm'].map(fileKind)).toEqual(['clip', 'clip', 'clip']);
});

test('tables, predictions and everything else', () => {
  const names = ['labels.csv', 'predictions.json', 'notes.txt', 'A102_ang_int1_ver1', 'a.avi'];
  expect(names.map(fileKind)).toEqual(['table', 'json', 'other', 'other', 'other']);
});

test('tab-separated tables, zips and workbooks', () => {
  const names = ['labels.tsv', 'labels.TAB', 'submission.zip', 'labels.xlsx', 'labels.ods'];
  expect(names.map(fileKind)).toEqual(['table', 'table', 'archive', 'spreadsheet', 'spreadsheet']);
});

test('what systems leave in folders is nobody’s mistake', () => {
  const names = ['.DS_Store', '._A102_ang_int1_ver1.mov', 'Thumbs.db', 'desktop.ini'];
  expect(names.map(fileKind)).toEqual(['hidden', 'hidden', 'hidden', 'hidden']);
});

test('an extension that is the name of an object’s own property is another one', () => {
  expect(['a.constructor', 'b.__proto__', 'c.toString'].map(fileKind)).toEqual([
    'other',
    'other',
    'other',
  ]);
});
