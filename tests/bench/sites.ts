import type { RequestListener } from 'node:http';
import { fileURLToPath } from 'node:url';
import sirv from 'sirv';
import { cacheControl } from '../../src/tools/headers.ts';
import { compressFolder, compressPage } from '../../src/tools/compress.ts';
import { fileListener } from '../../src/tools/serve-files.ts';
import { DIST } from '../../src/tools/serve.ts';
import { serveCounted, type CountedServer } from './counted-server.ts';
import { buildPeerPages } from './peer-pages.ts';

/** Where the pages are. */
export interface Sites {
  /** The built page, served as `npm start` serves it. */
  readonly own: CountedServer;
  /** Another build of it, to compare with; null for none. */
  readonly before: CountedServer | null;
  readonly peers: CountedServer;
}

/** What isolates a page, for threads and for measuring its memory. */
const ISOLATED = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

const CACHE = fileURLToPath(new URL('../../.cache/bench/compressed', import.meta.url));

/** As our page is served but for its policy, under which not every library runs. */
function peerListener(dir: string): RequestListener {
  const files = sirv(dir, {
    brotli: true,
    gzip: true,
    etag: true,
    setHeaders(response, path) {
      response.setHeader('Cache-Control', cacheControl(path));
    },
  });
  return (request, response) => {
    response.setHeaders(new Map(Object.entries(ISOLATED)));
    files(request, response);
  };
}

export interface SiteOptions {
  /** Compresses all pages first, as a host does: what is sent and what loads is measured so. */
  readonly compressed: boolean;
  /** The folder of another build of the page, compressed by its own tools; null for none. */
  readonly against: string | null;
}

/** Serves the built page, and the other libraries' pages, which are built first. */
export async function withSites<T>(
  { compressed, against }: SiteOptions,
  use: (sites: Sites) => Promise<T>,
): Promise<T> {
  const peerPages = await buildPeerPages();
  if (compressed) {
    await compressPage();
    await compressFolder(peerPages, CACHE);
  }
  const own = await serveCounted(fileListener(DIST));
  const before = against === null ? null : await serveCounted(fileListener(against));
  const peers = await serveCounted(peerListener(peerPages));
  try {
    return await use({ own, before, peers });
  } finally {
    await own.close();
    await before?.close();
    await peers.close();
  }
}
