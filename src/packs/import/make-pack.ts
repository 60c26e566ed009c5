import type { PackBlob, PackRef } from '../../core/pack/pack-ref.ts';
import type { CheckpointHead } from '../checkpoint/read-checkpoint.ts';
import { readGraph, type OnnxGraph } from '../onnx/read-graph.ts';
import type { OpenPackSource } from '../pack-source.ts';
import { useBlob } from '../read-blob.ts';
import { resolvePack } from '../resolve-pack.ts';
import { attachHead } from './attach-head.ts';
import {
  draftPack,
  finishPack,
  type Computed,
  type DescribedFile,
  type Drafted,
  type PackAnswers,
  type PackDraft,
} from './draft-pack.ts';
import { ImportError, type ImportProblem } from './import-problem.ts';
import { meter, type TellProgress } from './meter.ts';
import type { DroppedFile } from './open-dropped.ts';
import { packFiles } from './pack-files.ts';
import { requireSha256 } from './require-sha256.ts';
import { readPack, type DroppedPack } from './read-pack.ts';
import { sortGraphs } from './sort-graphs.ts';

/** A pack that was made here and checked as any other, or what is wrong with it. */
export type Made =
  | { readonly kind: 'pack'; readonly dropped: DroppedPack }
  | { readonly kind: 'refused'; readonly problems: readonly ImportProblem[] };

/** Bare networks in their dropped files. */
export interface NetworkFiles {
  readonly encoder: DroppedFile;
  readonly head: DroppedFile | null;
}

const unheard = () => undefined;

/** A pack of another's encoder and a checkpoint's head. */
export function makeOfHead(
  ref: PackRef,
  head: CheckpointHead,
  file: string,
  openSource: OpenPackSource,
): Promise<Made> {
  const { signal } = new AbortController();
  return checked(unheard, async () =>
    attachHead(await resolvePack(openSource(ref), signal), head, file, signal),
  );
}

/** The manifest of bare networks, as far as it is known before they have run. */
export async function draftOf(
  files: NetworkFiles,
  answers: PackAnswers,
  progress: TellProgress,
): Promise<Drafted> {
  const received = meter([files.encoder.file.size, files.head?.file.size ?? 0], progress);
  const encoder = await describe(files.encoder, received);
  const head = files.head && (await describe(files.head, received));
  return draftPack({ encoder, head }, answers);
}

/** A pack of bare networks, once it is known what they compute. */
export function makeOfNetworks(
  { encoder, head }: NetworkFiles,
  draft: PackDraft,
  computed: Computed,
  progress: TellProgress,
): Promise<Made> {
  return checked(progress, () => {
    const manifest = finishPack(draft, computed);
    if (!('encoder' in manifest)) throw new ImportError({ kind: 'manifest-invalid', ...manifest });
    const networks: (readonly [string, PackBlob])[] = [[draft.encoder.file, encoder.file]];
    const [spec] = draft.heads;
    if (spec !== undefined && head !== null) networks.push([spec.file, head.file]);
    const card = `# ${draft.name}\n\nMade of ${networks.map(([name]) => name).join(' and ')}. Nothing has been measured of it.\n`;
    return packFiles(manifest, card, networks);
  });
}

/** Which of dropped networks is the encoder and which the head, with their files. */
export function networkFiles(
  graphs: readonly OnnxGraph[],
  files: readonly DroppedFile[],
): NetworkFiles {
  const { encoder, head } = sortGraphs(graphs);
  const fileOf = ({ file }: OnnxGraph) => files.find(({ path }) => path === file)!;
  return { encoder: fileOf(encoder), head: head && fileOf(head) };
}

function describe(
  { path, file }: DroppedFile,
  received: (bytes: number) => void,
): Promise<DescribedFile> {
  return useBlob(file, { received }, async (bytes) => ({
    graph: readGraph(bytes, path),
    sha256: await requireSha256(bytes),
  }));
}

async function checked(
  progress: TellProgress,
  make: () => ReadonlyMap<string, PackBlob> | Promise<ReadonlyMap<string, PackBlob>>,
): Promise<Made> {
  try {
    // Whatever it is made of has been opened here already.
    const read = await readPack(await make(), progress, null);
    return 'pack' in read ? { kind: 'pack', dropped: read } : { kind: 'refused', problems: read };
  } catch (error) {
    if (error instanceof ImportError) return { kind: 'refused', problems: [error.problem] };
    throw error;
  }
}
