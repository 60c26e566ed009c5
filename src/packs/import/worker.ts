import { ImportMessageHandler } from './message-handler.ts';
import type { ImportMessage } from './messages.ts';

declare const self: DedicatedWorkerGlobalScope;

const handler = new ImportMessageHandler((response) => {
  self.postMessage(response);
});

self.onmessage = ({ data }: MessageEvent<ImportMessage>) => {
  void handler.receive(data);
};
