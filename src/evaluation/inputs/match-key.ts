/** Formats that a clip, or what was made of one, is commonly kept in. */
const EXTENSION =
  /\.(?:mp4|m4v|mov|qt|webm|mkv|avi|3gp|3g2|ts|mts|m2ts|mpg|mpeg|wmv|flv|ogv|gif|webp|avif|apng|png|jpe?g|wav|npy)$/;

/**
 * What two names of one clip have in common: neither folders in front, with slashes or
 * backslashes, nor letter case, Unicode normalisation or a video's extension tell clips apart.
 * Empty where a name is nothing but those.
 */
export function matchKey(name: string): string {
  const plain = name.normalize('NFC').toLowerCase().normalize('NFC').trim();
  let key = plain.slice(Math.max(plain.lastIndexOf('/'), plain.lastIndexOf('\\')) + 1);
  // A clip that was converted may be called a.mov.mp4.
  while (EXTENSION.test(key)) key = key.replace(EXTENSION, '');
  return key.trim();
}
