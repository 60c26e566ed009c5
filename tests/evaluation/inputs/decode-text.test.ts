import { expect, test } from 'vitest';
import { decodeText } from '../../../src/evaluation/inputs/decode-text.ts';

const TEXT = 'filename,mix\r\nZoë ½.mov,0\r\n';

/** Two bytes a unit, the low one first. */
function utf16(text: string): Uint8Array {
  return new Uint8Array(Uint16Array.from(text, (_, i) => text.charCodeAt(i)).buffer);
}

function swapped(bytes: Uint8Array): Uint8Array {
  return bytes.map((_, i) => bytes[i ^ 1]!);
}

/** Node 20 takes the quotation marks and dashes of Windows-1252 for those of ISO 8859-1. */
const cp1252 = Uint8Array.from(TEXT, (letter) => letter.charCodeAt(0));

test.each([
  ['UTF-8', new TextEncoder().encode(TEXT)],
  ['UTF-8 with a mark', new TextEncoder().encode(`\ufeff${TEXT}`)],
  ['UTF-16, the low byte first, with a mark', utf16(`\ufeff${TEXT}`)],
  ['UTF-16, the high byte first, with a mark', swapped(utf16(`\ufeff${TEXT}`))],
  ['UTF-16, the low byte first', utf16(TEXT)],
  ['UTF-16, the high byte first', swapped(utf16(TEXT))],
  ['Windows-1252', cp1252],
])('%s', (_, bytes) => {
  expect(decodeText(bytes)).toBe(TEXT);
});

test('nothing is a text, and a picture is none', () => {
  expect(decodeText(new Uint8Array())).toBe('');
  expect(
    decodeText(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0)),
  ).toBeNull();
});
