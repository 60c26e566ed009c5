import { ortNetworks, ortParts } from '../networks/open-networks.ts';
import { importOrt, prepareOrt } from '../networks/ort-runtime.ts';
import { readBlob } from '../../packs/read-blob.ts';
import { BesideMessageHandler, type OpenBeside } from './message-handler.ts';
import type { BesideMessage } from './messages.ts';

declare const self: DedicatedWorkerGlobalScope;

const open: OpenBeside = async ({ build, program, files, choice, kind }) => {
  const { spec, encoder, data, head } = files;
  const ort = await importOrt(build);
  // Frames are analysed meanwhile: they keep a processor.
  prepareOrt(ort, build, 'evaluation', await readBlob(program));
  const weights: { readonly file: string; readonly bytes: Uint8Array }[] = [];
  for (const { file, blob } of data) weights.push({ file, bytes: await readBlob(blob) });
  const bytes = {
    spec,
    encoder: await readBlob(encoder),
    data: weights,
    head: head && (await readBlob(head)),
  };
  return ortNetworks(ortParts(ort), bytes, choice)(kind);
};

const handler = new BesideMessageHandler(open, (response) => {
  self.postMessage(response);
});

self.onmessage = ({ data }: MessageEvent<BesideMessage>) => {
  void handler.receive(data);
};
