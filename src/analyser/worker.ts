import { engineLoader } from './load/load-engine.ts';
import { networkRunner } from './load/run-network.ts';
import { workerEnvironment } from './load/worker-environment.ts';
import type { AnalyserMessage } from './messages.ts';
import { AnalyserMessageHandler } from './message-handler.ts';

declare const self: DedicatedWorkerGlobalScope;

const handler = new AnalyserMessageHandler(
  engineLoader(workerEnvironment),
  networkRunner(workerEnvironment),
  (response, transfer) => {
    self.postMessage(response, transfer);
  },
);

self.onmessage = ({ data }: MessageEvent<AnalyserMessage>) => {
  void handler.receive(data);
};
self.addEventListener('error', ({ message }) => {
  handler.crash(message);
});
self.addEventListener('unhandledrejection', ({ reason }) => {
  handler.crash(String(reason));
});
