/**
 * About how much room a stored value takes: two bytes a character, eight a number, binary data as
 * it is. Browsers do not tell what they need for it.
 */
export function valueBytes(value: unknown): number {
  if (typeof value === 'string') return value.length * 2;
  if (typeof value === 'number') return 8;
  if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) return value.byteLength;
  if (typeof value !== 'object' || value === null) return 1;
  return Object.entries(value).reduce(
    (sum, [key, item]) => sum + (Array.isArray(value) ? 0 : key.length * 2) + valueBytes(item),
    0,
  );
}
