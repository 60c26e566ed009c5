import { Builder } from 'flatbuffers';
import type { Offset } from 'flatbuffers';
import { table, vector } from './tables.ts';

// Slots and union members of TensorFlow Lite's metadata_schema.fbs.
const MODEL = { fields: 8, name: 0, subgraphs: 3 };
const SUBGRAPH = { fields: 10, inputs: 2, outputs: 3 };
const TENSOR = { fields: 7, name: 0, content: 3, processUnits: 4 };
const CONTENT = { fields: 3, imageProperties: 2 };
const PROCESS_UNIT = { fields: 2, normalisation: 1 };
const UNION = { type: 0, member: 1 };
const IMAGE = { fields: 2, colourSpace: 0, rgb: 1 };
const NORMALISATION = { fields: 2, mean: 0, std: 1 };
const IDENTIFIER = 'M001';

/** BlazeFace reads colours in -1..1: (value - 127.5) / 127.5. */
const CENTRE = 127.5;

function floats(builder: Builder, value: number): Offset {
  builder.startVector(4, 1, 4);
  builder.addFloat32(value);
  return builder.endVector();
}

/** A table that begins with a union: its member's number, then the member. */
function union(builder: Builder, fields: number, type: number, member: Offset): Offset {
  builder.startObject(fields);
  builder.addFieldInt8(UNION.type, type, 0);
  builder.addFieldOffset(UNION.member, member, 0);
  return builder.endObject();
}

function imageContent(builder: Builder): Offset {
  builder.startObject(IMAGE.fields);
  builder.addFieldInt8(IMAGE.colourSpace, IMAGE.rgb, 0);
  return union(builder, CONTENT.fields, CONTENT.imageProperties, builder.endObject());
}

function normalisation(builder: Builder): Offset {
  const fields = new Map([
    [NORMALISATION.mean, floats(builder, CENTRE)],
    [NORMALISATION.std, floats(builder, CENTRE)],
  ]);
  const options = table(builder, NORMALISATION.fields, fields);
  return union(builder, PROCESS_UNIT.fields, PROCESS_UNIT.normalisation, options);
}

function inputTensor(builder: Builder): Offset {
  const fields = new Map([
    [TENSOR.name, builder.createString('image')],
    [TENSOR.content, imageContent(builder)],
    [TENSOR.processUnits, vector(builder, [normalisation(builder)])],
  ]);
  return table(builder, TENSOR.fields, fields);
}

function outputTensor(builder: Builder, name: string): Offset {
  return table(builder, TENSOR.fields, new Map([[TENSOR.name, builder.createString(name)]]));
}

function subgraph(builder: Builder): Offset {
  const outputs = ['regressors', 'classificators'].map((name) => outputTensor(builder, name));
  const fields = new Map([
    [SUBGRAPH.inputs, vector(builder, [inputTensor(builder)])],
    [SUBGRAPH.outputs, vector(builder, outputs)],
  ]);
  return table(builder, SUBGRAPH.fields, fields);
}

/**
 * What MediaPipe's Tasks API must be told of a BlazeFace model: one RGB image in, normalised to
 * -1..1, boxes and scores out.
 * @returns a FlatBuffer of metadata_schema.fbs.
 */
export function detectorMetadata(): Uint8Array {
  const builder = new Builder(512);
  const fields = new Map([
    [MODEL.name, builder.createString('BlazeFace')],
    [MODEL.subgraphs, vector(builder, [subgraph(builder)])],
  ]);
  builder.finish(table(builder, MODEL.fields, fields), IDENTIFIER);
  return builder.asUint8Array();
}
