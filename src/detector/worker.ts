import loader from '@mediapipe/tasks-vision/vision_wasm_module_internal.js?asset';
import { DetectorMessageHandler } from './message-handler.ts';
import { importMediaPipe, openFaceSearch } from './mediapipe.ts';
import type { DetectorMessage } from './messages.ts';

declare const self: DedicatedWorkerGlobalScope;

// The scripts come while the analyser still fetches the files. The loader is taken as it is:
// bundlers trip over a file it names and has not.
const scripts = importMediaPipe(new URL(loader.url, import.meta.url).href);
// Whoever opens the detector hears of it.
scripts.catch(() => undefined);

const handler = new DetectorMessageHandler(
  async (files) => openFaceSearch(await scripts, files),
  (response, transfer) => {
    self.postMessage(response, transfer);
  },
);

self.onmessage = ({ data }: MessageEvent<DetectorMessage>) => {
  void handler.receive(data);
};
