import { aggregate } from '../../core/blemore/aggregate.ts';
import { aggregationOf, headInputLength } from '../../core/pack/lengths.ts';
import { packIdOf } from '../../core/pack/pack-id.ts';
import type { PackBlob } from '../../core/pack/pack-ref.ts';
import type { ModelPack } from '../../core/pack/schema.ts';
import type { CheckpointHead } from '../checkpoint/read-checkpoint.ts';
import { forward } from '../checkpoint/dense.ts';
import { writeHead } from '../checkpoint/write-head.ts';
import type { ResolvedPack } from '../resolve-pack.ts';
import { ImportError } from './import-problem.ts';
import { packFiles } from './pack-files.ts';
import { requireSha256 } from './require-sha256.ts';

/** The head's file in the pack that is made. */
export const HEAD_FILE = 'head.onnx';

/**
 * The files of a pack that reads with another pack's encoder and the head of a checkpoint. What is
 * known of the other's heads, such as their figures, is left out.
 * @param file the checkpoint's name
 * @throws ImportError head-width, encoder-fused; FailureError asset-…; the signal's reason
 */
export async function attachHead(
  { pack, source }: ResolvedPack,
  { modelType, layers }: CheckpointHead,
  file: string,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, PackBlob>> {
  if (pack.encoder.output === 'logits') {
    throw new ImportError({ kind: 'encoder-fused', pack: pack.name });
  }
  const [width, given] = [layers[0]!.inputs, headInputLength(pack)];
  if (width !== given) {
    throw new ImportError({ kind: 'head-width', file, width, pack: pack.name, given });
  }
  const received = () => undefined;
  const encoder: [string, PackBlob][] = [];
  for (const spec of [pack.encoder, ...(pack.encoder.data ?? [])]) {
    const bytes = await source.file(spec).read({ signal, received });
    encoder.push([spec.file, new Blob([bytes])]);
  }
  const head = writeHead(layers);
  const own = {
    id: 'head',
    file: HEAD_FILE,
    sha256: await requireSha256(head),
    bytes: head.length,
    kind: layers.length === 1 ? 'linear' : 'mlp',
  } as const;
  const { alpha, beta, smoothing } = pack.decision;
  const name = `${pack.name} + ${file}`;
  const { format, licence, labels, encoder: encoderSpec, temporal } = pack;
  const manifest: ModelPack = {
    format,
    id: packIdOf(`${pack.id}-${file.replace(/\.[a-z]+$/i, '')}`),
    name,
    version: '1.0.0',
    licence,
    labels,
    encoder: encoderSpec,
    temporal,
    heads: [own],
    decision: { alpha, beta, smoothing },
    golden: { ...pack.golden, logits: { [own.id]: goldenLogits(pack, layers) } },
    metrics: [],
    card: 'CARD.md',
  };
  const card = `# ${name}\n\nThe encoder of ${pack.name} ${pack.version} and the head of the checkpoint ${file} (${modelType}). Nothing has been measured of it.\n`;
  return packFiles(manifest, card, [...encoder, [HEAD_FILE, new Blob([head])]]);
}

function goldenLogits(pack: ModelPack, layers: CheckpointHead['layers']): number[] {
  const features = Float32Array.from(pack.golden.features);
  const aggregation = aggregationOf(pack);
  const seen = aggregation === null ? features : aggregate([features], aggregation.statistics);
  return Array.from(forward(layers, seen));
}
