import type { Words } from '../en.ts';
import { numbersOf } from '../numbers.ts';
import { quotedIn } from '../quoted.ts';
import { failureMessage } from './failures.ts';

const { short, size } = numbersOf('de');
const quoted = quotedIn('„', '“', 'eine Datei ohne Namen');

export const packs: Words['packs'] = {
  title: 'Eigenes Modell',
  steps: {
    reading: 'Die Dateien werden geprüft',
    keeping: 'Sie werden auf diesem Gerät aufbewahrt',
    testing: 'Das Modell wird ausprobiert',
  },
  cancel: 'Abbrechen',
  refused: (name) => `${quoted(name)} wird nicht benutzt.`,
  goesOn: 'Das bisherige Modell liest weiter.',
  done: (pack) => `Jetzt liest ${quoted(pack)}.`,
  keptHere:
    'Es wird auf diesem Gerät aufbewahrt; in den Einstellungen steht es und lässt sich löschen.',
  notKept:
    'Dieser Browser bewahrt für diese Seite keine Dateien auf, oder es ist kein Platz: Mit dem Tab ist es fort.',
  models: 'Modelle',
  modelsHint:
    'Eigene: ein Pack (zip oder Ordner), ein ONNX-Netz oder ein .pth-Kopf. Sie lassen sich auch auf die Seite fallen lassen.',
  readsNow: 'liest jetzt',
  ofThePage: 'gehört zur Seite',
  use: 'Benutzen',
  useOne: (name) => `Benutzen: ${name}`,
  save: 'Als zip speichern',
  saveOne: (name) => `Als zip speichern: ${name}`,
  card: 'Zahlen und Beschreibung',
  add: 'Modell hinzufügen',
  addFolder: 'Ordner hinzufügen',
};

export const importProblemWords: Words['importProblemWords'] = (problem) => {
  switch (problem.kind) {
    case 'nothing-found':
      return 'Darin ist kein Pack (pack.json), kein Netz (.onnx) und kein Checkpoint (.pth).';
    case 'no-hashing':
      return 'Auf einer Seite ohne sichere Adresse lassen sich Dateien nicht prüfen: bitte mit https:// davor öffnen.';
    case 'too-many-files':
      return `Es sind ${short(problem.count, 0)} Dateien, höchstens ${short(problem.most, 0)} sind möglich.`;
    case 'too-large':
      return problem.file === ''
        ? `Die Dateien haben zusammen ${size(problem.bytes)}, höchstens ${size(problem.most)} sind möglich.`
        : `${quoted(problem.file)} hat ${size(problem.bytes)}, höchstens ${size(problem.most)} sind möglich.`;
    case 'bad-path':
      return `Der Pfad ${quoted(problem.path)} führt aus seinem Ordner heraus oder ist keiner.`;
    case 'archive-broken':
      return `Das Archiv ${quoted(problem.file)} lässt sich nicht entpacken: ${problem.reason}.`;
    case 'manifest-invalid':
      return problem.field === ''
        ? `„pack.json“: ${problem.reason}.`
        : `Das Feld ${quoted(problem.field)} von „pack.json“ passt nicht: ${problem.reason}.`;
    case 'file-missing':
      return `${quoted(problem.file)} fehlt; „pack.json“ nennt die Datei.`;
    case 'wrong-length':
      return `${quoted(problem.file)} hat ${short(problem.found, 0)} Bytes, laut „pack.json“ sind es ${short(problem.expected, 0)}.`;
    case 'wrong-sha256':
      return `${quoted(problem.file)} hat den SHA-256 ${problem.found.slice(0, 12)}…, laut „pack.json“ ist es ${problem.expected.slice(0, 12)}….`;
    case 'onnx-broken':
      return `${quoted(problem.file)} lässt sich nicht als ONNX lesen: ${problem.reason}.`;
    case 'opset-unknown':
      return `${quoted(problem.file)} hat Opset ${problem.opset}; onnxruntime liest erst ab 7.`;
    case 'operator-unknown':
      return `Den Operator ${quoted(problem.operator)} des Knotens ${quoted(problem.node)} kennt onnxruntime-web nicht.`;
    case 'external-data':
      return `Der Tensor ${quoted(problem.tensor)} von ${quoted(problem.file)} liegt in einer anderen Datei, ${quoted(problem.location)}: bitte das Netz mit seinen Gewichten in einer Datei speichern.`;
    case 'tensor-wrong':
      return `Der Tensor ${quoted(problem.tensor)} von ${quoted(problem.file)} passt nicht: ${problem.reason}.`;
    case 'shape-wrong':
      return `Der Tensor ${quoted(problem.tensor)} von ${quoted(problem.file)} ist ${problem.shape}, laut „${problem.field}“ wäre er ${problem.expected}.`;
    case 'checkpoint-broken':
      return `${quoted(problem.file)} ist kein Kopf von blemore-common: ${problem.reason}.`;
    case 'checkpoint-calls':
      return `${quoted(problem.file)} würde beim Öffnen ${quoted(problem.called)} aufrufen, was kein Checkpoint braucht; die Datei wurde nicht geöffnet.`;
    case 'does-not-run':
      return `onnxruntime führt es nicht aus: ${problem.reason}`;
    case 'golden-wrong':
      return Number.isFinite(problem.difference)
        ? `Es errechnet nicht seine Prüfzahlen: Der größte Unterschied ist ${short(problem.difference, 4)}.`
        : 'Es errechnet nicht seine Prüfzahlen: Einige fehlen oder sind keine Zahlen.';
    case 'not-finite':
      return 'Es liefert Zahlen, die nicht endlich sind.';
    case 'not-tried':
      return `Es ließ sich nicht ausprobieren: ${failureMessage(problem.failure).title}`;
  }
};
