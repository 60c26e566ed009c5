import packsAddress from 'virtual:packs-address';
import { checkedFiles } from '../download/file-cache.ts';
import { packSources } from '../open-source.ts';
import { ImportMessageHandler } from './message-handler.ts';
import type { ImportMessage } from './messages.ts';

declare const self: DedicatedWorkerGlobalScope;

const handler = new ImportMessageHandler(packSources(packsAddress, checkedFiles), (response) => {
  self.postMessage(response);
});

self.onmessage = ({ data }: MessageEvent<ImportMessage>) => {
  void handler.receive(data);
};
