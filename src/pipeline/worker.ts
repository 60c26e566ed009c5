import { loadEngine } from './load-engine.ts';
import type { AnalyserRequest } from './messages.ts';
import { Shell } from './shell.ts';

declare const self: DedicatedWorkerGlobalScope;

const shell = new Shell(loadEngine, (response, transfer) => {
  self.postMessage(response, transfer);
});

self.onmessage = ({ data }: MessageEvent<AnalyserRequest>) => {
  void shell.receive(data);
};
self.addEventListener('error', ({ message }) => {
  shell.crash(message);
});
self.addEventListener('unhandledrejection', ({ reason }) => {
  shell.crash(String(reason));
});
