import { DetectorShell } from './detector-shell.ts';
import { openFaceSearch } from './mediapipe.ts';
import type { DetectorRequest } from './messages.ts';

declare const self: DedicatedWorkerGlobalScope;

const shell = new DetectorShell(openFaceSearch, (response) => {
  self.postMessage(response);
});

self.onmessage = ({ data }: MessageEvent<DetectorRequest>) => {
  void shell.receive(data);
};
