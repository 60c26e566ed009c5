import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'vite';

const CACHE = fileURLToPath(new URL('../../.cache/bench', import.meta.url));
const PACKAGES = fileURLToPath(new URL('../../node_modules', import.meta.url));
const FOLDER = fileURLToPath(new URL('page', import.meta.url));

const PAGES = [
  'index.html',
  'human.html',
  'face-api.html',
  'camera-video.html',
  'camera-human.html',
  'camera-face-api.html',
  'gpu.html',
];

/** What the libraries fetch, by the folder under assets/ they are told to look in. */
const FILES = [
  { to: 'tfjs', package: '@tensorflow/tfjs-backend-wasm', folder: 'dist', names: /\.wasm$/ },
  { to: 'human', package: '@vladmandic/human', folder: 'models', names: /^(blazeface|emotion)\./ },
  {
    to: 'face-api',
    package: '@vladmandic/face-api',
    folder: 'model',
    names: /^(tiny_face_detector|face_expression)_model/,
  },
] as const;

/** The libraries' own builds, as they are: their threads do not survive another minifier. */
const PROGRAMS: Readonly<Record<string, string>> = {
  '@vladmandic/human': 'human.esm.js',
  '@vladmandic/face-api': 'face-api.esm.js',
};

function libraryFiles(): Plugin {
  return {
    name: 'library-files',
    enforce: 'pre',
    resolveId(source) {
      const program = PROGRAMS[source];
      return program === undefined ? null : { id: `./${program}`, external: true };
    },
    async generateBundle() {
      for (const [name, program] of Object.entries(PROGRAMS)) {
        const source = await readFile(join(PACKAGES, name, 'dist', program));
        this.emitFile({ type: 'asset', fileName: `assets/${program}`, source });
      }
      for (const files of FILES) {
        const folder = join(PACKAGES, files.package, files.folder);
        const names = (await readdir(folder)).filter((name) => files.names.test(name));
        for (const name of names) {
          const source = await readFile(join(folder, name));
          this.emitFile({ type: 'asset', fileName: `assets/${files.to}/${name}`, source });
        }
      }
    },
  };
}

/**
 * Builds the pages of the other libraries as one of their users would.
 * @returns the folder to serve.
 */
export async function buildPeerPages(): Promise<string> {
  const outDir = join(CACHE, 'peers');
  await build({
    root: FOLDER,
    configFile: false,
    logLevel: 'warn',
    base: './',
    publicDir: false,
    plugins: [libraryFiles()],
    build: {
      outDir,
      emptyOutDir: true,
      target: 'esnext',
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 5000,
      rolldownOptions: {
        checks: { bundlerTimings: false },
        input: PAGES.map((page) => join(FOLDER, page)),
      },
    },
  });
  return outDir;
}
