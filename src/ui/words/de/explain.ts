import type { Words } from '../en.ts';

export const explain: Words['explain'] = {
  freeze: 'Einfrieren',
  waiting: 'Wartet auf ein Gesicht',
  title: 'Eingefrorener Moment',
  release: 'Verwerfen',
  picture: 'Das eingefrorene Gesicht',
  emotion: 'Ausdruck',
  then: 'damals',
  now: 'jetzt',
  choose: 'Einen Ausdruck wählen, um zu sehen, welche Teile des Gesichts dafür sprechen.',
  readsClips:
    'Dieses Modell liest mehrere Bilder zugleich; seine Zahlen lassen sich nicht auf Teile dieses einen zurückführen.',
  computing: 'Ein Teil des Gesichts nach dem anderen wird verdeckt …',
  legend: (emotion) => `Farbig: spricht für ${emotion}. Dunkel: spricht dagegen.`,
  change: 'Was es ändern würde',
  regions: {
    whole: 'Das ganze Gesicht',
    brows: 'Ohne die Brauen',
    eyes: 'Ohne die Augen',
    mouth: 'Ohne den Mund',
    'left-half': 'Ohne die linke Hälfte',
    'right-half': 'Ohne die rechte Hälfte',
  },
  features: 'Was im linearen Head am meisten wiegt',
  featuresHint: 'Was jedes Merkmal beiträgt, abzüglich dessen, was es zu allen sechs beiträgt.',
  favour: 'Dafür',
  against: 'Dagegen',
  feature: (number) => `Merkmal ${number}`,
  withFace: 'Mit dem Gesicht',
  withFaceHint: 'Nur, wenn die Person einverstanden ist. Sonst enthält das Bild nur die Zahlen.',
  save: 'Als Bild speichern',
};
