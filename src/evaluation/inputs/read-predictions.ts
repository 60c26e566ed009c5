import { isArchive, readArchive } from './archive.ts';
import { fileKind } from './file-kind.ts';
import { parsePredictions, type ReadPredictions } from './predictions-file.ts';
import { MOST_BYTES, readBytes, textOf } from './read-text.ts';

/** The predictions of a json, or of the only predictions file in a zip. */
export async function readPredictionsFile(file: File): Promise<ReadPredictions> {
  const read = await readBytes(file);
  if ('problem' in read) return { problems: [read.problem] };
  const { bytes } = read;
  if (bytes.length === 0) return { problems: [{ kind: 'file-empty', file: file.name }] };
  const zipped = isArchive(bytes) || fileKind(file.name) === 'archive';
  return zipped ? inArchive(bytes, file.name) : inJson(bytes, file.name);
}

function inArchive(bytes: Uint8Array, file: string): ReadPredictions {
  const archive = readArchive(bytes, MOST_BYTES);
  if ('fault' in archive) {
    return archive.fault === 'large'
      ? { problems: [{ kind: 'file-large', file, limit: MOST_BYTES }] }
      : { problems: [{ kind: 'archive-damaged', file }] };
  }
  const all = archive.files.map(({ name, bytes: content }) => ({
    name,
    read: inJson(content, file),
  }));
  const answers = all.filter(({ read }) => 'predictions' in read);
  if (answers.length > 1) {
    const inside = answers.map(({ name }) => name);
    return { problems: [{ kind: 'archive-ambiguous', file, inside }] };
  }
  const [only] = answers.length === 1 ? answers : all;
  return only?.read ?? { problems: [{ kind: 'archive-without-predictions', file }] };
}

function inJson(bytes: Uint8Array, file: string): ReadPredictions {
  const text = textOf(bytes, file);
  return 'problem' in text ? { problems: [text.problem] } : parsePredictions(text.text, file);
}
