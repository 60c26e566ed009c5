import packsAddress from 'virtual:packs-address';
import { deviceMemory } from '../../packs/device-memory.ts';
import { checkedFiles } from '../../packs/download/file-cache.ts';
import { packSources } from '../../packs/open-source.ts';
import { openBeside } from '../beside/beside-networks.ts';
import { spawnBeside } from '../beside/spawn-beside.ts';
import { spawnDetector } from '../locate/spawn-detector.ts';
import { backendMemory } from '../networks/backend-memory.ts';
import { planBackend } from '../networks/backend-plan.ts';
import { ortNetworks, ortParts } from '../networks/open-networks.ts';
import { OrtNetwork } from '../networks/ort-network.ts';
import { importOrt, prepareOrt } from '../networks/ort-runtime.ts';
import { startRuntime } from '../networks/start-runtime.ts';
import { openPictures } from '../picture/open-pictures.ts';
import type { LoadEnvironment } from './environment.ts';
import { shippedPrograms } from './shipped-files.ts';

/** What the analyser's worker has. */
export const workerEnvironment: LoadEnvironment = {
  openSource: packSources(packsAddress, checkedFiles),
  programs: shippedPrograms(checkedFiles),
  planBackend: (choice, encoder) => planBackend(choice, encoder, backendMemory),
  deviceMemory: deviceMemory(),
  spawnDetector,
  async openRuntime(build, purpose, program) {
    const [ort, bytes] = await Promise.all([importOrt(build), program]);
    prepareOrt(ort, build, purpose, bytes);
    const parts = ortParts(ort);
    void parts.queue.run(() => startRuntime(ort));
    return {
      networks: (files, choice) => ortNetworks(parts, files, choice),
      network: (model, outputName) =>
        OrtNetwork.open(ort, parts.queue, { model, data: [], device: null, outputName }),
    };
  },
  openBeside: (setup, events) => openBeside(setup, spawnBeside, events),
  openPictures,
};
