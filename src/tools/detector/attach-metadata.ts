import { Builder } from 'flatbuffers';
import type { Offset } from 'flatbuffers';
import { table, vector } from './tables.ts';
import { ROOT, TFLITE_IDENTIFIER, TfliteModel } from './tflite-model.ts';

const BUFFER = { fields: 1, data: 0 };
const ENTRY = { fields: 2, name: 0, buffer: 1 };
const ENTRY_NAME = 'TFLITE_METADATA';

/** Tensors are read in place and must lie where SIMD may load them. */
const ALIGNMENT = 16;

function bytesVector(builder: Builder, bytes: Uint8Array): Offset {
  builder.prep(ALIGNMENT, bytes.length);
  return builder.createByteVector(bytes);
}

function metadataBuffer(builder: Builder, metadata: Uint8Array): Offset {
  const data = bytesVector(builder, metadata);
  return table(builder, BUFFER.fields, new Map([[BUFFER.data, data]]));
}

function metadataEntry(builder: Builder, buffer: number): Offset {
  const name = builder.createString(ENTRY_NAME);
  builder.startObject(ENTRY.fields);
  builder.addFieldOffset(ENTRY.name, name, 0);
  builder.addFieldInt32(ENTRY.buffer, buffer, 0);
  return builder.endObject();
}

function rootTable(builder: Builder, version: number, fields: ReadonlyMap<number, Offset>): Offset {
  builder.startObject(ROOT.fields);
  builder.addFieldInt32(ROOT.version, version, 0);
  for (const [slot, offset] of fields) builder.addFieldOffset(slot, offset, 0);
  return builder.endObject();
}

/**
 * A TFLite model with metadata attached. The old bytes stay as they are, behind a new root table
 * that points into them: FlatBuffer offsets only point forward, and a builder writes from the end.
 * @throws Error where `bytes` is no TFLite model.
 */
export function attachMetadata(bytes: Uint8Array, metadata: Uint8Array): Uint8Array {
  const model = new TfliteModel(bytes);
  const builder = new Builder(bytes.length + metadata.length + 4096);
  // Offsets count from the end. The vector's is that of its length, four bytes before the model.
  const start = bytesVector(builder, bytes) - 4;
  const moved = (position: number): Offset => start - position;
  const kept = (slot: number): Offset => {
    const position = model.object(slot);
    return position === null ? 0 : moved(position);
  };
  const buffers = model.objects(ROOT.buffers).map(moved);
  const entries = model.objects(ROOT.metadata).map(moved);
  const fields = new Map([
    [ROOT.operatorCodes, kept(ROOT.operatorCodes)],
    [ROOT.subgraphs, kept(ROOT.subgraphs)],
    [ROOT.description, kept(ROOT.description)],
    [ROOT.buffers, vector(builder, [...buffers, metadataBuffer(builder, metadata)])],
    [ROOT.metadataBuffer, kept(ROOT.metadataBuffer)],
    [ROOT.metadata, vector(builder, [...entries, metadataEntry(builder, buffers.length)])],
    [ROOT.signatures, kept(ROOT.signatures)],
  ]);
  builder.finish(rootTable(builder, model.version, fields), TFLITE_IDENTIFIER);
  return builder.asUint8Array();
}
