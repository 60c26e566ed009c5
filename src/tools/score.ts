import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { DEFAULT_PACK_ID } from '../core/pack/default-pack-id.ts';
import { runAsCommand } from './command.ts';
import { readFaces } from './score/faces.ts';
import { openPack } from './score/pack-folder.ts';
import { ImageReader } from './score/reader.ts';
import { score } from './score/score-faces.ts';

const USAGE =
  'npm run score -- <file.npz> [--pack <id>] [--head <id>] [--out <file.json>] [--models <folder>]';

const MODELS = fileURLToPath(new URL('../../models', import.meta.url));

await runAsCommand(import.meta, async () => {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      pack: { type: 'string', default: DEFAULT_PACK_ID },
      head: { type: 'string' },
      out: { type: 'string' },
      models: { type: 'string', default: MODELS },
    },
  });
  const [path] = positionals;
  if (path === undefined || positionals.length > 1) throw new Error(`Which file? ${USAGE}`);
  const faces = readFaces(await readFile(path));
  const folder = await openPack(values.models, values.pack);
  const reader = await ImageReader.open(folder, values.head ?? null);
  const { result, probabilities } = await score(faces, reader, folder.pack.decision);
  await reader.close();
  if (values.out !== undefined) await writeFile(values.out, JSON.stringify(probabilities));
  console.log(JSON.stringify(result));
});
