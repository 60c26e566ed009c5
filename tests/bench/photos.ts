import { encode } from 'jpeg-js';
import { photo, type PhotoName } from '../support/photos.ts';
import type { Photos } from './subjects.ts';

/** One person each; the first is alone in the frames of one. */
const PEOPLE: readonly PhotoName[] = ['grinning', 'laughing', 'smiling', 'neutral'];
const QUALITY = 92;

export function people(): Photos {
  return PEOPLE.map((name) => encode(photo(name), QUALITY).data.toString('base64'));
}
