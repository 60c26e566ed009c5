import type { FileFormat } from './file-format.ts';

/**
 * Whether a picture's first bytes say that it moves. A GIF says so only where it repeats.
 * @param head as fileFormat takes it
 */
export function saysAnimated(head: Uint8Array, format: FileFormat): boolean {
  const text = String.fromCharCode(...head);
  if (format === 'gif') return text.includes('NETSCAPE2.0') || text.includes('ANIMEXTS1.0');
  // The second of the flags in the extended header.
  if (format === 'webp') return text.startsWith('VP8X', 12) && (head[20]! & 0b10) !== 0;
  if (format === 'avif') return text.slice(8, 64).includes('avis');
  return format === 'png' && text.includes('acTL');
}
