import { expect, test } from 'vitest';
import { fileKind, judgeFile } from '../../../src/evaluation/inputs/file-kind.ts';

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

const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const MOVIE = bytes('\0\0\0\x14ftypisom\0\0\0\0isom');
const FILM = bytes('\x1a\x45\xdf\xa3\x8b\x42\x82\x88matroska');

test.each([
  { name: 'a.m4v', content: MOVIE },
  { name: 'a.3gp', content: MOVIE },
  { name: 'a', content: MOVIE },
  { name: 'a.mkv', content: FILM },
  { name: 'a.gif', content: bytes('GIF89a\x01\0\x01\0') },
  { name: 'a.webp', content: bytes('RIFF\0\0\0\0WEBPVP8X\0\0\0\0\x02') },
  { name: 'a.csv', content: FILM },
])('a video is a clip, called $name', async ({ name, content }) => {
  expect(await judgeFile(new File([content], name))).toMatchObject({ kind: 'clip' });
});

test('a file that is called a clip is one until it is opened', async () => {
  const file = new File(['%PDF-1.7'], 'a.mp4');
  expect(await judgeFile(file)).toMatchObject({ kind: 'clip' });
});

test('what is none of them is named for what it is', async () => {
  const kinds = [new File(['RIFF....AVI LIST'], 'a.avi'), new File(['%PDF-1.7'], 'notes')];
  expect(await Promise.all(kinds.map(judgeFile))).toMatchObject([
    { kind: 'other', format: 'avi' },
    { kind: 'other', format: 'pdf' },
  ]);
});
