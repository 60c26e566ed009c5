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
    making: 'Ein Pack wird daraus gemacht',
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
  headTitle: 'Welcher Encoder gehört zu diesem Kopf?',
  headTakes: (file, width) => `„${file}“ nimmt ${short(width, 0)} Zahlen.`,
  encoderOf: 'Encoder von',
  readWith: 'Damit lesen',
  savePack: 'Als Pack speichern',
  formTitle: 'Wie wird dieses Netz gefüttert?',
  formLead:
    'Eine ONNX-Datei sagt es nicht. Was nicht passt, steht dann hier; das bisherige Modell liest weiter.',
  says: 'Was die Datei sagt',
  takes: 'nimmt',
  gives: 'gibt',
  operators: 'Operatoren',
  fileSize: 'Größe',
  modelName: 'Name',
  licence: 'Lizenz',
  licenceUnknown: 'unbekannt',
  colours: 'Farben',
  gray: 'Grau',
  rgb: 'Rot, Grün, Blau',
  bgr: 'Blau, Grün, Rot',
  layout: 'Reihenfolge der Zahlen',
  layoutSaid: 'Wie die Datei sagt',
  side: 'Bildseite in Pixeln',
  values: 'Werte der Pixel',
  zeroToOne: '0 bis 1',
  minusOneToOne: '−1 bis 1',
  asPixels: '0 bis 255',
  ownValues: 'Andere',
  scale: 'Faktor',
  mean: 'Mittel je Kanal',
  deviation: 'Streuung je Kanal',
  crop: 'Was es sieht',
  cropFace: 'Das Gesicht, Augen immer am selben Ort',
  cropCentre: 'Die Mitte des Bildes',
  cropSquash: 'Das ganze Bild, gestaucht',
  eyeX: 'Augen von links',
  eyeY: 'Augen von oben',
  eyeDistance: 'Abstand der Augen',
  preview: 'Was das Netz vom gezeichneten Gesicht sähe',
  previewNow: 'Was das Netz jetzt sähe',
  output: 'Benutzte Ausgabe',
  scores: 'Die Zahlen sind',
  logits: 'Logits',
  probabilities: 'Wahrscheinlichkeiten',
  order: 'Reihenfolge der Klassen',
  ownOrder: 'Eine andere',
  classNumber: (number) => `Klasse ${short(number, 0)}`,
  leftOut: 'Wird weggelassen',
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
    case 'model-too-large': {
      const { title, advice } = failureMessage(problem);
      return `${title} ${advice}`;
    }
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
    case 'operator-missing':
      return `onnxruntime-web hat in der ONNX-Version dieses Netzes keinen Operator ${quoted(problem.operator)}.`;
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
    case 'answer-wrong':
      return `${quoted(problem.field)} passt nicht: ${problem.reason}.`;
    case 'head-width':
      return `Der Kopf ${quoted(problem.file)} nimmt ${short(problem.width, 0)} Zahlen, der Encoder von ${quoted(problem.pack)} gibt ${short(problem.given, 0)}.`;
    case 'encoder-fused':
      return `Der Encoder von ${quoted(problem.pack)} hat seinen Kopf schon in sich: Ein anderer lässt sich nicht aufsetzen.`;
    case 'head-wrong':
      return `Der aus ${quoted(problem.file)} gemachte Kopf rechnet anders als seine Schichten: Der größte Unterschied ist ${short(problem.difference, 4)}.`;
    case 'networks-unclear':
      return `Ein Netz muss Bilder nehmen (4 Seiten) und höchstens eines deren Merkmale (2 Seiten); diese nehmen ${problem.inputs.map(({ file, shapes }) => `${quoted(file)}: ${shapes}`).join('; ')}.`;
    case 'output-length':
      return `${quoted(problem.file)} gibt ${short(problem.found, 0)} Zahlen statt ${short(problem.expected, 0)}.`;
    case 'not-tried':
      return `Es ließ sich nicht ausprobieren: ${failureMessage(problem.failure).title}`;
  }
};
