import type { Builder, Offset } from 'flatbuffers';

/** A table whose fields are objects written before, by slot; an offset of 0 leaves a field out. */
export function table(
  builder: Builder,
  fields: number,
  offsets: ReadonlyMap<number, Offset>,
): Offset {
  builder.startObject(fields);
  for (const [slot, offset] of offsets) builder.addFieldOffset(slot, offset, 0);
  return builder.endObject();
}

/** A vector of objects written before. */
export function vector(builder: Builder, offsets: readonly Offset[]): Offset {
  builder.startVector(4, offsets.length, 4);
  for (const offset of offsets.toReversed()) builder.addOffset(offset);
  return builder.endVector();
}
