import { describe, expect, test } from 'vitest';
import { saysAnimated } from '../../../src/core/media/animated.ts';
import { codecName } from '../../../src/core/media/codec-name.ts';
import { fileFormat, isVideo, type FileFormat } from '../../../src/core/media/file-format.ts';

const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const box = (type: string, brands: string) => `\0\0\0\x18${type}${brands}`;

const FILES: readonly (readonly [format: FileFormat, text: string])[] = [
  ['mp4', box('ftyp', 'isom\0\0\0\0isomavc1')],
  ['mp4', box('ftyp', '3gp4\0\0\0\x003gp4isom')],
  ['mp4', box('ftyp', 'M4V \0\0\0\0M4V isom')],
  ['mp4', box('styp', 'msdh')],
  ['quicktime', box('ftyp', 'qt  \0\0\0\0qt  ')],
  ['quicktime', box('moov', '....mvhd')],
  ['quicktime', box('wide', '....mdat')],
  ['webm', '\x1a\x45\xdf\xa3\x8b\x42\x82\x84webm'],
  ['matroska', '\x1a\x45\xdf\xa3\x8b\x42\x82\x88matroska'],
  ['mpeg-ts', ('G' + '\0'.repeat(187)).repeat(4)],
  ['mpeg-ts', ('\0\0\0\0G' + '\0'.repeat(187)).repeat(4)],
  ['avif', box('ftyp', 'avif\0\0\0\0mif1avif')],
  ['avif', box('ftyp', 'mif1\0\0\0\0avifmif1')],
  ['heic', box('ftyp', 'heic\0\0\0\0mif1heic')],
  ['heic', box('ftyp', 'mif1\0\0\0\0mif1heic')],
  ['raw', box('ftyp', 'crx \0\0\0\x01crx isom')],
  ['raw', 'FUJIFILMCCD-RAW 0201'],
  ['tiff', 'II*\0\x08\0\0\0'],
  ['jpeg', '\xff\xd8\xff\xe0'],
  ['png', '\x89PNG\r\n\x1a\n'],
  ['gif', 'GIF89a'],
  ['webp', 'RIFF\0\0\0\0WEBPVP8 '],
  ['svg', '\xef\xbb\xbf<?xml version="1.0"?>\n<!-- a --><svg xmlns="">'],
  ['avi', 'RIFF\0\0\0\0AVI LIST'],
  ['windows-media', '\x30\x26\xb2\x75\x8e\x66\xcf\x11\xa6\xd9'],
  ['mp3', 'ID3\x04\0\0'],
  ['zip', 'PK\x03\x04'],
  ['pdf', '%PDF-1.7'],
  ['html', '\n<!DOCTYPE html><html>'],
  ['text', 'filename,mix\na,0\n'],
  ['empty', ''],
  ['onnx', '\x08\x08\x12\x07pytorch'],
  ['onnx', '\x08\x0a:\x80\x02'],
  ['pickle', '\x80\x02\x8a\nl\xfc\x9cF\xf9 j\xa8P\x19.'],
  ['unknown', '\0\x01\x02\x03\x04'],
];

describe('fileFormat(head, name)', () => {
  test.each(FILES)('%s', (format, text) => {
    // A name says nothing.
    expect(fileFormat(bytes(text), 'a.webm')).toBe(format);
  });

  test('only a name tells a camera’s raw picture from a TIFF', () => {
    expect(fileFormat(bytes('II*\0\x08\0\0\0'), 'IMG_1.ARW')).toBe('raw');
  });

  test('a G at the beginning alone is no transport stream', () => {
    expect(fileFormat(bytes('Good morning'.repeat(60)), 'a.ts')).toBe('text');
  });
});

test('videos are those whose frames can be had one by one', () => {
  const videos = FILES.map(([format]) => format).filter(isVideo);
  expect(new Set(videos)).toEqual(new Set(['mp4', 'quicktime', 'webm', 'matroska', 'mpeg-ts']));
});

test('saysAnimated(head, format)', () => {
  expect(saysAnimated(bytes('GIF89a....\x21\xff\x0bNETSCAPE2.0'), 'gif')).toBe(true);
  expect(saysAnimated(bytes('GIF89a'), 'gif')).toBe(false);
  expect(saysAnimated(bytes('RIFF\0\0\0\0WEBPVP8X\0\0\0\0\x02'), 'webp')).toBe(true);
  expect(saysAnimated(bytes('RIFF\0\0\0\0WEBPVP8X\0\0\0\0\x10'), 'webp')).toBe(false);
  expect(saysAnimated(bytes(box('ftyp', 'avis\0\0\0\0avifavis')), 'avif')).toBe(true);
  expect(saysAnimated(bytes(box('ftyp', 'avif\0\0\0\0avifmif1')), 'avif')).toBe(false);
  expect(saysAnimated(bytes('\x89PNG\r\n\x1a\n....acTL'), 'png')).toBe(true);
  expect(saysAnimated(bytes('\xff\xd8\xff'), 'jpeg')).toBe(false);
});

test('codecName(id) is the name people know', () => {
  expect(['avc', 'hvc1', 'mp4v', 'V_MPEG2', 'SVQ3', 'xyz1'].map(codecName)).toEqual([
    ...['H.264', 'H.265', 'MPEG-4 Visual', 'MPEG-2', 'Sorenson Video', 'xyz1'],
  ]);
});
