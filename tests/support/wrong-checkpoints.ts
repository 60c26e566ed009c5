import { strToU8, unzipSync, zipSync, type Unzipped } from 'fflate';
import { fixture } from './wrong-packs.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** The linear checkpoint with its entries changed. */
export function changedCheckpoint(change: (entries: Unzipped) => void): Bytes {
  const entries = unzipSync(fixture('checkpoints/linear.pth'));
  change(entries);
  return zipSync(entries, { level: 0 });
}

/** The linear checkpoint with a text in its pickle replaced. */
export function pickledCheckpoint(from: string | RegExp, to: string): Bytes {
  return changedCheckpoint((entries) => {
    const pickle = Buffer.from(entries['linear/data.pkl']!).toString('latin1');
    const other = pickle.replace(from, to);
    if (other === pickle) throw new Error(`There is no ${String(from)} in the pickle.`);
    entries['linear/data.pkl'] = strToU8(other, true);
  });
}
