import type { Words } from '../en.ts';
import { numbersOf } from '../numbers.ts';
import { quotedIn } from '../quoted.ts';
import { failureMessage } from './failures.ts';

const { short, size } = numbersOf('sv');
const quoted = quotedIn('”', '”', 'en fil utan namn');

export const packs: Words['packs'] = {
  title: 'Egen modell',
  steps: {
    reading: 'Filerna kontrolleras',
    making: 'Ett paket görs av den',
    keeping: 'De sparas på den här enheten',
    testing: 'Modellen provas',
  },
  cancel: 'Avbryt',
  refused: (name) => `${quoted(name)} används inte.`,
  goesOn: 'Modellen som läste tidigare fortsätter.',
  done: (pack) => `Nu läser ${quoted(pack)}.`,
  keptHere: 'Den är sparad på den här enheten: den finns i inställningarna och kan tas bort där.',
  notKept:
    'Den här webbläsaren sparar inga filer för sidan, eller så finns det ingen plats: den försvinner med fliken.',
  models: 'Modeller',
  modelsHint:
    'Egna: ett paket (zip eller mapp), ett ONNX-nät eller ett .pth-huvud. Det går också att släppa dem på sidan.',
  readsNow: 'läser nu',
  ofThePage: 'hör till sidan',
  use: 'Använd',
  useOne: (name) => `Använd: ${name}`,
  save: 'Spara som zip',
  saveOne: (name) => `Spara som zip: ${name}`,
  card: 'Siffror och beskrivning',
  add: 'Lägg till en modell',
  addFolder: 'Lägg till en mapp',
  headTitle: 'Vilken kodare hör till det här huvudet?',
  headTakes: (file, width) => `”${file}” tar ${short(width, 0)} tal.`,
  encoderOf: 'Kodaren i',
  readWith: 'Läs med den',
  savePack: 'Spara som paket',
  formTitle: 'Hur matas det här nätet?',
  formLead:
    'En ONNX-fil säger det inte. Vad som inte passar står då här, och modellen som läser fortsätter så länge.',
  says: 'Vad filen säger',
  takes: 'tar',
  gives: 'ger',
  operators: 'operatorer',
  fileSize: 'storlek',
  modelName: 'Namn',
  licence: 'Licens',
  licenceUnknown: 'okänd',
  colours: 'Färger',
  gray: 'Grått',
  rgb: 'Rött, grönt, blått',
  bgr: 'Blått, grönt, rött',
  layout: 'Talens ordning',
  layoutSaid: 'Som filen säger',
  side: 'Bildens sida i pixlar',
  values: 'Pixlarnas värden',
  zeroToOne: '0 till 1',
  minusOneToOne: '−1 till 1',
  asPixels: '0 till 255',
  ownValues: 'Andra',
  scale: 'Faktor',
  mean: 'Medel per kanal',
  deviation: 'Spridning per kanal',
  crop: 'Vad det ser',
  cropFace: 'Ansiktet, ögonen alltid på samma plats',
  cropCentre: 'Bildens mitt',
  cropSquash: 'Hela bilden, ihoptryckt',
  eyeX: 'Ögonen från vänster',
  eyeY: 'Ögonen uppifrån',
  eyeDistance: 'Ögonens avstånd',
  preview: 'Vad nätet skulle se av det tecknade ansiktet',
  previewNow: 'Vad nätet skulle se nu',
  output: 'Utgång som används',
  scores: 'Dess tal är',
  logits: 'Logiter',
  probabilities: 'Sannolikheter',
  order: 'Klassernas ordning',
  ownOrder: 'En annan',
  classNumber: (number) => `Klass ${short(number, 0)}`,
  leftOut: 'Utelämnas',
};

export const importProblemWords: Words['importProblemWords'] = (problem) => {
  switch (problem.kind) {
    case 'nothing-found':
      return 'Där finns inget paket (pack.json), inget nät (.onnx) och ingen kontrollpunkt (.pth).';
    case 'no-hashing':
      return 'På en sida utan säker adress kan filer inte kontrolleras: öppna den med https:// framför.';
    case 'too-many-files':
      return `Det är ${short(problem.count, 0)} filer, och högst ${short(problem.most, 0)} går.`;
    case 'too-large':
      return problem.file === ''
        ? `Filerna är tillsammans ${size(problem.bytes)}, och högst ${size(problem.most)} går.`
        : `${quoted(problem.file)} är ${size(problem.bytes)}, och högst ${size(problem.most)} går.`;
    case 'model-too-large': {
      const { title, advice } = failureMessage(problem);
      return `${title} ${advice}`;
    }
    case 'bad-path':
      return `Sökvägen ${quoted(problem.path)} leder ut ur mappen eller är ingen.`;
    case 'archive-broken':
      return `Arkivet ${quoted(problem.file)} går inte att packa upp: ${problem.reason}.`;
    case 'manifest-invalid':
      return problem.field === ''
        ? `”pack.json”: ${problem.reason}.`
        : `Fältet ${quoted(problem.field)} i ”pack.json” passar inte: ${problem.reason}.`;
    case 'file-missing':
      return `${quoted(problem.file)}, som ”pack.json” nämner, finns inte.`;
    case 'wrong-length':
      return `${quoted(problem.file)} har ${short(problem.found, 0)} byte, och ”pack.json” säger ${short(problem.expected, 0)}.`;
    case 'wrong-sha256':
      return `${quoted(problem.file)} har SHA-256 ${problem.found.slice(0, 12)}…, och ”pack.json” säger ${problem.expected.slice(0, 12)}….`;
    case 'onnx-broken':
      return `${quoted(problem.file)} är ingen ONNX-fil som går att läsa: ${problem.reason}.`;
    case 'opset-unknown':
      return `${quoted(problem.file)} har opset ${problem.opset}; onnxruntime läser inget före 7.`;
    case 'operator-unknown':
      return `Operatorn ${quoted(problem.operator)} i noden ${quoted(problem.node)} kan onnxruntime-web inte köra.`;
    case 'operator-missing':
      return `onnxruntime-web har ingen operator ${quoted(problem.operator)} i det här nätets version av ONNX.`;
    case 'external-data':
      return `Tensorn ${quoted(problem.tensor)} i ${quoted(problem.file)} ligger i en annan fil, ${quoted(problem.location)}: spara nätet med sina vikter i samma fil.`;
    case 'tensor-wrong':
      return `Tensorn ${quoted(problem.tensor)} i ${quoted(problem.file)} passar inte: ${problem.reason}.`;
    case 'shape-wrong':
      return `Tensorn ${quoted(problem.tensor)} i ${quoted(problem.file)} är ${problem.shape}, och ”${problem.field}” säger ${problem.expected}.`;
    case 'checkpoint-broken':
      return `${quoted(problem.file)} är inget huvud från blemore-common: ${problem.reason}.`;
    case 'checkpoint-calls':
      return `${quoted(problem.file)} skulle anropa ${quoted(problem.called)} när den öppnas, vilket ingen kontrollpunkt behöver: den öppnades inte.`;
    case 'does-not-run':
      return `onnxruntime kör den inte: ${problem.reason}`;
    case 'golden-wrong':
      return Number.isFinite(problem.difference)
        ? `Den räknar inte ut sina kontrolltal: den största skillnaden är ${short(problem.difference, 4)}.`
        : 'Den räknar inte ut sina kontrolltal: några saknas eller är inga tal.';
    case 'not-finite':
      return 'Den ger tal som inte är ändliga.';
    case 'answer-wrong':
      return `${quoted(problem.field)} passar inte: ${problem.reason}.`;
    case 'head-width':
      return `Huvudet ${quoted(problem.file)} tar ${short(problem.width, 0)} tal, och kodaren i ${quoted(problem.pack)} ger ${short(problem.given, 0)}.`;
    case 'encoder-fused':
      return `Kodaren i ${quoted(problem.pack)} har sitt huvud inbyggt: inget annat kan sättas på den.`;
    case 'head-wrong':
      return `Huvudet som gjordes av ${quoted(problem.file)} räknar annorlunda än sina lager: den största skillnaden är ${short(problem.difference, 4)}.`;
    case 'networks-unclear':
      return `Ett nät måste ta bilder (4 sidor), och högst ett deras egenskaper (2 sidor); dessa tar ${problem.inputs.map(({ file, shapes }) => `${quoted(file)}: ${shapes}`).join('; ')}.`;
    case 'output-length':
      return `${quoted(problem.file)} ger ${short(problem.found, 0)} tal, inte ${short(problem.expected, 0)}.`;
    case 'not-tried':
      return `Den kunde inte provas: ${failureMessage(problem.failure).title}`;
  }
};
