import packsAddress from 'virtual:packs-address';
import { checkedFiles } from '../../packs/download/file-cache.ts';
import { packSources } from '../../packs/open-source.ts';
import { spawnDetector } from '../locate/spawn-detector.ts';
import { backendMemory } from '../networks/backend-memory.ts';
import { planBackend } from '../networks/backend-plan.ts';
import { ortNetworks, ortParts } from '../networks/open-networks.ts';
import { OrtNetwork } from '../networks/ort-network.ts';
import { importOrt, prepareOrt } from '../networks/ort-runtime.ts';
import { openPictures } from '../picture/open-pictures.ts';
import type { LoadEnvironment } from './environment.ts';
import { shippedPrograms } from './shipped-files.ts';

/** What the analyser's worker has. */
export const workerEnvironment: LoadEnvironment = {
  openSource: packSources(packsAddress, checkedFiles),
  programs: shippedPrograms(checkedFiles),
  planBackend: (choice, encoderSha256) => planBackend(choice, encoderSha256, backendMemory),
  spawnDetector,
  async openRuntime(build, purpose, program) {
    const [ort, bytes] = await Promise.all([importOrt(build), program]);
    prepareOrt(ort, build, purpose, bytes);
    const parts = ortParts(ort);
    return {
      networks: (files, choice) => ortNetworks(parts, files, choice),
      network: (model, outputName) =>
        OrtNetwork.open(ort, parts.queue, { model, device: null, outputName }),
    };
  },
  openPictures,
};
