import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const PATH = /^\/models\/([a-z0-9-]+)\/([A-Za-z0-9][A-Za-z0-9._-]*)$/;
const MANIFEST = 'pack.json';
const SHIPPED = /^pack\.json$|\.onnx$|\.md$/;

/** The files of every pack under `dir`, as `<id>/<file>`; a folder without a manifest is no pack. */
function packFiles(dir: string): string[] {
  if (!existsSync(dir)) return [];
  const packs = readdirSync(dir).filter((id) => existsSync(join(dir, id, MANIFEST)));
  return packs.flatMap((id) =>
    readdirSync(join(dir, id))
      .filter((file) => SHIPPED.test(file))
      .map((file) => `${id}/${file}`),
  );
}

function contentType(file: string): string {
  if (file.endsWith('.json')) return 'application/json';
  return file.endsWith('.md') ? 'text/markdown;charset=utf-8' : 'application/octet-stream';
}

async function send(response: ServerResponse, file: string): Promise<void> {
  const body = await readFile(file);
  response.setHeader('Content-Type', contentType(file));
  response.setHeader('Cache-Control', 'no-cache');
  response.end(body);
}

/** Model packs of `dir` at /models/<id>/…, in development and in the built page. */
export function modelPacks(dir: string): Plugin {
  return {
    name: 'model-packs',
    configureServer({ middlewares }) {
      middlewares.use((request, response, next) => {
        const [, id, file] = PATH.exec(request.url?.split('?')[0] ?? '') ?? [];
        const known = id !== undefined && file !== undefined;
        if (!known || !packFiles(dir).includes(`${id}/${file}`)) next();
        else send(response, join(dir, id, file)).catch(next);
      });
    },
    async generateBundle() {
      for (const file of packFiles(dir)) {
        const source = await readFile(join(dir, file));
        this.emitFile({ type: 'asset', fileName: `models/${file}`, source });
      }
    },
  };
}
