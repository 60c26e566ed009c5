import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runAsCommand } from './command.ts';
import { fileListener } from './serve-files.ts';

export interface ServeOptions {
  /** The built page's folder. */
  readonly dir: string;
  /** 0 takes any free port. */
  readonly port: number;
}

export interface Served {
  readonly url: string;
  close(): Promise<void>;
}

/** The folder `vite build` writes. */
export const DIST = fileURLToPath(new URL('../../dist', import.meta.url));

function explain(error: NodeJS.ErrnoException, port: number): Error {
  const said: Readonly<Record<string, string>> = {
    EADDRINUSE: `Port ${port} is taken: stop what uses it, or choose another with PORT=${port + 1}.`,
    EACCES: `Port ${port} needs more rights: choose one above 1023 with PORT=4173.`,
  };
  const message = said[error.code ?? ''] ?? `The server did not start: ${error.message}.`;
  return new Error(message, { cause: error });
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      reject(explain(error, port));
    });
    // This machine only: browsers give a camera to localhost or https, to nothing else.
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
    server.closeAllConnections();
  });
}

/**
 * Serves the built page on localhost with the production headers.
 * @throws Error with a sentence for the terminal: no page built, or the port is not to be had.
 */
export async function serve({ dir, port }: ServeOptions): Promise<Served> {
  if (!existsSync(join(dir, 'index.html'))) {
    throw new Error(`There is no page in ${dir}: build it first with npm run build.`);
  }
  const server = createServer(fileListener(dir));
  const actual = await listen(server, port);
  return { url: `http://localhost:${actual}`, close: () => close(server) };
}

function portOf(text: string | undefined): number {
  const port = Number(text ?? 4173);
  if (Number.isInteger(port) && port >= 0 && port <= 65535) return port;
  throw new Error(`PORT is "${text ?? ''}": it must be a number from 0 to 65535.`);
}

await runAsCommand(import.meta, async () => {
  const { url } = await serve({ dir: DIST, port: portOf(process.env['PORT']) });
  console.log(`Blendscope is on ${url} (Ctrl+C stops it).`);
});
