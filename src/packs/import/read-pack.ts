import { FailureError } from '../../core/session/failure.ts';
import { memoryProblem } from '../../core/pack/memory.ts';
import { parsePack } from '../../core/pack/parse.ts';
import type { PackBlob, PackRef } from '../../core/pack/pack-ref.ts';
import type { FileSpec, ModelPack } from '../../core/pack/schema.ts';
import { readGraph } from '../onnx/read-graph.ts';
import { MANIFEST } from '../pack-source.ts';
import { readBlob, useBlob } from '../read-blob.ts';
import { graphProblems } from './graph-problems.ts';
import { ImportError, type ImportProblem } from './import-problem.ts';
import { LIMITS } from './limits.ts';
import { meter, type TellProgress } from './meter.ts';
import { requireSha256 } from './require-sha256.ts';
import { requireSize } from './read-archive.ts';

/** A pack that was brought and is what it says; it has not run yet. */
export interface DroppedPack {
  readonly pack: ModelPack;
  /** What to ask the analyser for: the files cross to its thread by reference. */
  readonly ref: Extract<PackRef, { kind: 'dropped' }>;
}

/**
 * Checks a pack's manifest and, where the device has the memory for it, of every file that it names
 * the presence, length, digest and graph.
 * @param files by name, of one folder
 * @param progress hears how much of its networks has been read
 * @param device its memory in bytes; null where the browser does not say
 * @returns all that is wrong with the files, or the pack
 * @throws ImportError for a manifest that cannot be read at all, or a pack that does not fit
 */
export async function readPack(
  files: ReadonlyMap<string, PackBlob>,
  progress: TellProgress,
  device: number | null,
): Promise<DroppedPack | readonly ImportProblem[]> {
  const manifest = await readBlob(fileOf(files, MANIFEST, LIMITS.manifestBytes));
  const pack = parseManifest(manifest);
  const memory = memoryProblem(pack, device);
  if (memory !== null)
    throw new ImportError({ kind: 'model-too-large', pack: pack.name, ...memory });
  const problems: ImportProblem[] = [];
  const weights = pack.encoder.data ?? [];
  const networks = [pack.encoder, ...pack.heads];
  const received = meter(
    [...networks, ...weights].map(({ bytes }) => bytes),
    progress,
  );
  for (const spec of networks) {
    const look = (bytes: Uint8Array<ArrayBuffer>) => graphProblemsIn(bytes, pack, spec);
    problems.push(...(await fileProblems(files, spec, received, look)));
  }
  for (const spec of weights) {
    problems.push(...(await fileProblems(files, spec, received, () => [])));
  }
  if (!files.has(pack.card)) problems.push({ kind: 'file-missing', file: pack.card });
  if (problems.length > 0) return problems;
  const named = [MANIFEST, pack.card, ...[...networks, ...weights].map(({ file }) => file)];
  const own = new Map(named.map((name) => [name, files.get(name)!]));
  const sha256 = await requireSha256(manifest);
  return { pack, ref: { kind: 'dropped', sha256, files: own } };
}

function parseManifest(bytes: Uint8Array): ModelPack {
  try {
    return parsePack(JSON.parse(new TextDecoder().decode(bytes)), MANIFEST);
  } catch (cause) {
    const failure = cause instanceof FailureError ? cause.failure : null;
    const { field, reason } =
      failure?.kind === 'pack-invalid' ? failure : { field: '', reason: 'is not JSON' };
    throw new ImportError({ kind: 'manifest-invalid', field, reason }, { cause });
  }
}

/** What is wrong with a file's presence, length or digest, or else what `look` finds in it. */
async function fileProblems(
  files: ReadonlyMap<string, PackBlob>,
  { file, bytes: expected, sha256 }: FileSpec,
  received: (bytes: number) => void,
  look: (bytes: Uint8Array<ArrayBuffer>) => readonly ImportProblem[],
): Promise<readonly ImportProblem[]> {
  try {
    const found = files.get(file)?.size ?? expected;
    if (found !== expected) return [{ kind: 'wrong-length', file, expected, found }];
    const blob = fileOf(files, file, LIMITS.fileBytes);
    return await useBlob(blob, { received }, async (bytes) => {
      const actual = await requireSha256(bytes);
      if (actual === sha256) return look(bytes);
      return [{ kind: 'wrong-sha256', file, expected: sha256, found: actual }];
    });
  } catch (error) {
    if (error instanceof ImportError) return [error.problem];
    throw error;
  }
}

function graphProblemsIn(
  bytes: Uint8Array<ArrayBuffer>,
  pack: ModelPack,
  spec: ModelPack['encoder'] | ModelPack['heads'][number],
): readonly ImportProblem[] {
  try {
    const beside = spec === pack.encoder ? (pack.encoder.data ?? []) : [];
    const graph = readGraph(
      bytes,
      spec.file,
      beside.map(({ file }) => file),
    );
    return graphProblems(graph, pack, spec);
  } catch (error) {
    if (error instanceof ImportError) return [error.problem];
    throw error;
  }
}

function fileOf(files: ReadonlyMap<string, PackBlob>, file: string, most: number): PackBlob {
  const blob = files.get(file);
  if (blob === undefined) throw new ImportError({ kind: 'file-missing', file });
  requireSize(file, blob.size, most);
  return blob;
}
