import packsAddress from 'virtual:packs-address';
import { deviceMemory } from '../device-memory.ts';
import { checkedFiles } from '../download/file-cache.ts';
import { packSources } from '../open-source.ts';
import { ImportMessageHandler } from './message-handler.ts';
import type { ImportMessage } from './messages.ts';

declare const self: DedicatedWorkerGlobalScope;

const openSource = packSources(packsAddress, checkedFiles);
const handler = new ImportMessageHandler(openSource, deviceMemory(), (response) => {
  self.postMessage(response);
});

self.onmessage = ({ data }: MessageEvent<ImportMessage>) => {
  void handler.receive(data);
};
