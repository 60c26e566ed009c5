import { expect, test } from 'vitest';
import { fileUse } from '../../src/sources/file-use.ts';

const MP4 = '\0\0\0\x18ftypisom\0\0\0\0isomavc1';
const PNG = '\x89PNG\r\n\x1a\n';
const ZIP = 'PK\x03\x04';
const ONNX = '\x08\x08\x12\x07pytorch';

function file(path: string, text: string) {
  const bytes = Uint8Array.from(text, (letter) => letter.charCodeAt(0));
  return { path, file: new File([bytes], path.split('/').at(-1)!) };
}

test.each([
  ['a video', [file('a.mp4', MP4)], 'picture'],
  ['a video that calls itself zip', [file('a.zip', MP4)], 'picture'],
  ['a zip', [file('a.zip', ZIP)], 'model'],
  ['a checkpoint, which is a zip', [file('a.pth', ZIP)], 'model'],
  ['a checkpoint of before zips', [file('a.pth', '\x80\x02\x8a')], 'model'],
  ['a network, whatever its name', [file('a', ONNX)], 'model'],
  [
    'a pack’s folder with a picture first',
    [file('p/crop.png', PNG), file('p/pack.json', '{}')],
    'model',
  ],
  ['a network that is a text, to be told so', [file('a.onnx', 'hello')], 'model'],
  ['a text', [file('a.txt', 'hello')], 'picture'],
  ['pictures beside a text', [file('a.txt', 'hello'), file('b.png', PNG)], 'picture'],
] as const)('fileUse(files): %s', async (_, files, use) => {
  expect(await fileUse(files)).toBe(use);
});
