import packsAddress from 'virtual:packs-address';
import { checkedFiles } from '../../packs/download/file-cache.ts';
import { packSources } from '../../packs/open-source.ts';
import { shippedPrograms } from '../load/shipped-files.ts';
import { ortNetworks, ortParts } from '../networks/open-networks.ts';
import { importOrt, prepareOrt } from '../networks/ort-runtime.ts';
import { BesideMessageHandler, type OpenBeside } from './message-handler.ts';
import type { BesideMessage } from './messages.ts';
import { freeNetworks, readNetworks } from './read-networks.ts';

declare const self: DedicatedWorkerGlobalScope;

const openSource = packSources(packsAddress, checkedFiles);
const programs = shippedPrograms(checkedFiles);

const open: OpenBeside = async ({ build, pack, encoder, head, choice, kind }, events) => {
  const [ort, program] = await Promise.all([importOrt(build), programs.ort[build].read(events)]);
  // Frames are analysed meanwhile: they keep a processor.
  prepareOrt(ort, build, 'evaluation', program);
  const files = await readNetworks(openSource(pack), { encoder, head }, events);
  const networks = await ortNetworks(ortParts(ort), files, choice)(kind);
  // On a GPU, commands are recorded later, of the same bytes.
  if (kind === 'wasm') freeNetworks(files);
  return networks;
};

const handler = new BesideMessageHandler(open, (response) => {
  self.postMessage(response);
});

self.onmessage = ({ data }: MessageEvent<BesideMessage>) => {
  void handler.receive(data);
};
