import type { Words } from '../en.ts';
import { numbersOf } from '../numbers.ts';

const { short } = numbersOf('de');

/** Saving what was read, and reading it again. */
export const report: Words['report'] = {
  title: 'Bericht',
  keep: 'Die letzten 20 Sekunden behalten',
  keepHint:
    'Um sie als Bericht zu speichern: Zeiten, Ergebnisse und Einstellungen. Sie bleiben im Speicher dieses Tabs und sind mit „Stopp“ gelöscht.',
  pictures: 'Mit Bildern',
  picturesHint:
    'Bitte vorher alle fragen, die zu sehen sind. Ohne Bilder lässt sich ein Bericht nicht noch einmal lesen.',
  kinds: {
    none: 'Nein, nur Zahlen',
    crops: 'Was das Modell vom Gesicht sieht',
    frames: 'Ganze Bilder',
  },
  save: 'Bericht speichern',
  kept: (seconds) => `${seconds} s behalten`,
  recorded: (what) => `Aufgezeichnet: ${what}`,
  same: (compared) =>
    `Dieses Gerät kommt zu denselben Ergebnissen. Verglichene Bilder: ${compared}.`,
  differs: (differing, compared, share) =>
    `Dieses Gerät kommt in ${differing} von ${compared} Bildern zu anderen Ergebnissen, mit bis zu ${short(share * 100, 1)} von 100 Unterschied.`,
  made: (pack, version, backend) => `Erstellt mit ${pack} ${version} auf ${backend}.`,
  otherModel: (pack, version, backend) =>
    `Er wurde mit einem anderen Modell erstellt: ${pack} ${version}, auf ${backend}.`,
};
