const HASH = '0123456789abcdef'.repeat(4);

/** Manifests as JSON would give them: tests change what they like before parsing. */
export type Json = Record<string, unknown>;

/** A pack with a gray face encoder of four features and two heads. */
export function facePack(): Json {
  return {
    format: 1,
    id: 'test-pack',
    name: 'Test pack',
    version: '1.0.0',
    licence: 'Apache-2.0',
    labels: ['ang', 'disg', 'fea', 'hap', 'sad', 'neu'],
    encoder: {
      file: 'encoder.onnx',
      sha256: HASH,
      bytes: 1000,
      input: {
        size: 48,
        channels: 'gray',
        layout: 'NCHW',
        scale: 1 / 255,
        mean: [0.5],
        std: [0.5],
      },
      crop: { kind: 'face', eyes: { x: 0.5, y: 0.4, distance: 0.375 } },
      output: 'features',
      dimension: 4,
    },
    temporal: { kind: 'frame' },
    heads: [
      { id: 'linear', file: 'head.onnx', sha256: HASH, bytes: 100, kind: 'linear' },
      {
        id: 'mlp',
        file: 'head-mlp.onnx',
        sha256: HASH,
        bytes: 200,
        kind: 'mlp-256',
        standardise: { mean: [0, 0, 0, 0], std: [1, 1, 1, 1] },
      },
    ],
    decision: { alpha: 0.2, beta: 0.3, smoothing: 0.35 },
    golden: {
      seed: 7,
      features: [0.1, 0.2, 0.3, 0.4],
      logits: { linear: [1, 2, 3, 4, 5, 6], mlp: [6, 5, 4, 3, 2, 1] },
      tolerance: 0.001,
    },
    metrics: [{ dataset: 'FER+ valid', figures: { accuracy: 0.9 } }],
    card: 'CARD.md',
  };
}

/** The pack with the value at a dotted path replaced; undefined takes the field out. */
export function changed(pack: Json, path: string, value: unknown): Json {
  const copy = structuredClone(pack);
  const keys = path.split('.');
  const last = keys.pop()!;
  let parent = copy;
  for (const key of keys) parent = parent[key] as Json;
  if (value === undefined) Reflect.deleteProperty(parent, last);
  else parent[last] = value;
  return copy;
}

/** As `changed`, several times. */
export function changedAll(pack: Json, changes: Json): Json {
  return Object.entries(changes).reduce(
    (result, [path, value]) => changed(result, path, value),
    pack,
  );
}
