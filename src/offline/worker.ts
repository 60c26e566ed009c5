import built from 'virtual:offline-files';
import { addNewVersions, deleteOldVersions } from './large-files.ts';
import type { OfflineRequest } from './messages.ts';
import { ProgramCopy } from './program-copy.ts';
import type { OfflineFiles, ProgramFile } from './files.ts';

declare const self: ServiceWorkerGlobalScope;

const files = built as OfflineFiles;
const { scope, active } = self.registration;
const program = new ProgramCopy(self, scope, files);

/** A first visit keeps what it has fetched anyway; an update has to work as a whole. */
async function install(): Promise<void> {
  if (active === null) {
    await program.keepAll(files.program.filter(({ first }) => first));
    return;
  }
  await program.keepAll();
  await addNewVersions(files.large, scope);
}

async function activate(): Promise<void> {
  await Promise.all([program.prune(), deleteOldVersions(files.large)]);
  await self.clients.claim();
}

/** Whatever is wrong with a file, the page gets what the server has. */
function answer(file: ProgramFile, request: Request): Promise<Response> {
  return program.answer(file).catch(() => fetch(request));
}

async function keepAll(port: MessagePort | undefined): Promise<void> {
  const complete = await program.keepAll().then(
    () => true,
    () => false,
  );
  port?.postMessage(complete);
}

self.addEventListener('install', (event) => {
  event.waitUntil(install());
});

self.addEventListener('activate', (event) => {
  event.waitUntil(activate());
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const file = request.method === 'GET' ? program.fileAt(request.url) : null;
  if (file !== null) event.respondWith(answer(file, request));
});

self.addEventListener('message', (event) => {
  const request = event.data as OfflineRequest;
  switch (request.type) {
    case 'keep-all':
      event.waitUntil(keepAll(event.ports[0]));
      break;
    case 'take-over':
      event.waitUntil(self.skipWaiting());
      break;
  }
});
