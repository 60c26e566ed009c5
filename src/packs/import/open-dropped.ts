import type { PackBlob } from '../../core/pack/pack-ref.ts';
import { readCheckpoint, type CheckpointHead } from '../checkpoint/read-checkpoint.ts';
import { readGraph, type OnnxGraph } from '../onnx/read-graph.ts';
import { MANIFEST } from '../pack-source.ts';
import { readBlob, useBlob } from '../read-blob.ts';
import { ImportError, type ImportProblem } from './import-problem.ts';
import { LIMITS } from './limits.ts';
import { openArchive, requireCount, requireSize } from './read-archive.ts';
import { meter, type TellProgress } from './meter.ts';
import { readPack, type DroppedPack } from './read-pack.ts';
import { isClutter, safePath } from './safe-path.ts';

/** What was found among dropped files. */
export type Dropped =
  | { readonly kind: 'pack'; readonly dropped: DroppedPack }
  /** Bare networks: what their files do not say is still to be asked. */
  | {
      readonly kind: 'graphs';
      readonly graphs: readonly OnnxGraph[];
      /** Of the same paths. */
      readonly files: readonly DroppedFile[];
    }
  /** A head without an encoder. */
  | { readonly kind: 'head'; readonly file: string; readonly head: CheckpointHead }
  | { readonly kind: 'refused'; readonly problems: readonly ImportProblem[] };

/** A file, and where it was in the folder that was dropped. */
export interface DroppedFile {
  readonly path: string;
  readonly file: PackBlob;
}

const NETWORK = /\.onnx$/i;

/**
 * Looks through dropped files for a pack (a folder or a zip), ONNX files or a checkpoint. Nothing
 * runs, and nothing is taken into memory before its size is known.
 * @param progress hears how much of the networks has been read
 * @param device its memory in bytes; null where the browser does not say
 */
export async function openDropped(
  files: readonly DroppedFile[],
  progress: TellProgress = () => undefined,
  device: number | null = null,
): Promise<Dropped> {
  try {
    return await open(await unpacked(files), progress, device);
  } catch (error) {
    if (error instanceof ImportError) return { kind: 'refused', problems: [error.problem] };
    throw error;
  }
}

/** The files by path; those of an archive, if that is what was dropped. */
async function unpacked(files: readonly DroppedFile[]): Promise<ReadonlyMap<string, PackBlob>> {
  const named = files
    .map(({ path, file }) => [path, file] as const)
    .filter(([path]) => !isClutter(path));
  requireCount(named.length);
  let total = 0;
  for (const [path, { size }] of named) {
    safePath(path);
    requireSize(path, size, LIMITS.fileBytes);
    total += size;
  }
  requireSize('', total, LIMITS.totalBytes);
  const [first] = named;
  if (first === undefined || named.length > 1 || !/\.zip$/i.test(first[0])) return new Map(named);
  return useBlob(first[1], {}, (bytes) => {
    const archive = openArchive(bytes, first[0]);
    return new Map(
      [...archive.entries.keys()].map((path) => [path, new Blob([archive.read(path)])]),
    );
  });
}

async function open(
  files: ReadonlyMap<string, PackBlob>,
  progress: TellProgress,
  device: number | null,
): Promise<Dropped> {
  const manifest = [...files.keys()].find((path) => safePath(path).at(-1) === MANIFEST);
  if (manifest !== undefined) {
    const folder = folderOf(files, manifest.slice(0, -MANIFEST.length));
    const read = await readPack(folder, progress, device);
    return 'pack' in read ? { kind: 'pack', dropped: read } : { kind: 'refused', problems: read };
  }
  const graphs: OnnxGraph[] = [];
  const networks: DroppedFile[] = [];
  const received = meter(
    [...files].map(([path, { size }]) => (NETWORK.test(path) ? size : 0)),
    progress,
  );
  for (const [path, blob] of files) {
    if (NETWORK.test(path)) {
      graphs.push(await useBlob(blob, { received }, (bytes) => readGraph(bytes, path)));
      networks.push({ path, file: blob });
    }
    if (!/\.pth?$/i.test(path)) continue;
    requireSize(path, blob.size, LIMITS.checkpointBytes);
    return { kind: 'head', file: path, head: readCheckpoint(await readBlob(blob), path) };
  }
  if (graphs.length > 0) return { kind: 'graphs', graphs, files: networks };
  throw new ImportError({ kind: 'nothing-found' });
}

/** The files right in a folder, by name. */
function folderOf(
  files: ReadonlyMap<string, PackBlob>,
  folder: string,
): ReadonlyMap<string, PackBlob> {
  const inside = [...files].filter(([path]) => path.startsWith(folder));
  return new Map(inside.map(([path, blob]) => [path.slice(folder.length), blob]));
}
