import type { ImportStep } from '../../../live/import-state.ts';
import type { ImportProblem } from '../../../packs/import/import-problem.ts';
import { numbersOf } from '../numbers.ts';
import { quotedIn } from '../quoted.ts';
import { failureMessage } from './failures.ts';

const { short, size } = numbersOf('en');
const quoted = quotedIn('“', '”', 'a file without a name');

export const packs = {
  title: 'Your own model',
  steps: {
    reading: 'Checking the files',
    making: 'Making a pack of it',
    keeping: 'Keeping them on this device',
    testing: 'Trying the model',
  } satisfies Record<ImportStep, string> as Readonly<Record<ImportStep, string>>,
  cancel: 'Cancel',
  refused: (name: string) => `${quoted(name)} is not used.`,
  goesOn: 'The model that read before goes on.',
  done: (pack: string) => `${quoted(pack)} reads now.`,
  keptHere: 'It is kept on this device: Settings has it, and deletes it.',
  notKept: 'This browser keeps no files for this page, or has no room: it is gone with this tab.',
  models: 'Models',
  modelsHint:
    'Yours: a pack (zip or folder), an ONNX network or a .pth head. You can also drop it on the page.',
  readsNow: 'reads now',
  ofThePage: 'comes with the page',
  use: 'Use',
  useOne: (name: string) => `Use: ${name}`,
  save: 'Save as zip',
  saveOne: (name: string) => `Save as zip: ${name}`,
  card: 'Figures and card',
  add: 'Add a model',
  addFolder: 'Add a folder',
  headTitle: 'Which encoder goes with this head?',
  headTakes: (file: string, width: number) => `“${file}” takes ${short(width, 0)} numbers.`,
  encoderOf: 'Encoder of',
  readWith: 'Read with it',
  savePack: 'Save as pack',
  formTitle: 'How is this network fed?',
  formLead:
    'An ONNX file does not say it. What does not fit is told here, and the model that reads goes on meanwhile.',
  says: 'What the file says',
  takes: 'takes',
  gives: 'gives',
  operators: 'operators',
  fileSize: 'size',
  modelName: 'Name',
  licence: 'Licence',
  licenceUnknown: 'unknown',
  colours: 'Colours',
  gray: 'Grey',
  rgb: 'Red, green, blue',
  bgr: 'Blue, green, red',
  layout: 'Order of the numbers',
  layoutSaid: 'As the file says',
  side: 'Side of the picture, in pixels',
  values: 'Values of the pixels',
  zeroToOne: '0 to 1',
  minusOneToOne: '−1 to 1',
  asPixels: '0 to 255',
  ownValues: 'Others',
  scale: 'Scale',
  mean: 'Mean of each channel',
  deviation: 'Deviation of each channel',
  crop: 'What it sees',
  cropFace: 'The face, eyes always in the same place',
  cropCentre: 'The middle of the picture',
  cropSquash: 'The whole picture, squeezed',
  eyeX: 'Eyes from the left',
  eyeY: 'Eyes from the top',
  eyeDistance: 'Distance of the eyes',
  preview: 'What the network would see of the drawn face',
  previewNow: 'What the network would see now',
  output: 'Output that is used',
  scores: 'Its numbers are',
  logits: 'Logits',
  probabilities: 'Probabilities',
  order: 'Order of its classes',
  ownOrder: 'Another',
  classNumber: (number: number) => `Class ${short(number, 0)}`,
  leftOut: 'Left out',
};

/** What is wrong with a model that was brought: the place, and the number. One sentence. */
export function importProblemWords(problem: ImportProblem): string {
  switch (problem.kind) {
    case 'nothing-found':
      return 'There is no pack (pack.json), no network (.onnx) and no checkpoint (.pth) in it.';
    case 'no-hashing':
      return 'Files cannot be checked on a page without a secure address: open it with https:// in front.';
    case 'too-many-files':
      return `It has ${short(problem.count, 0)} files, and ${short(problem.most, 0)} are the most.`;
    case 'too-large':
      return problem.file === ''
        ? `Its files have ${size(problem.bytes)} together, and ${size(problem.most)} are the most.`
        : `${quoted(problem.file)} has ${size(problem.bytes)}, and ${size(problem.most)} are the most.`;
    case 'model-too-large': {
      const { title, advice } = failureMessage(problem);
      return `${title} ${advice}`;
    }
    case 'bad-path':
      return `Its path ${quoted(problem.path)} leads out of its folder, or is none.`;
    case 'archive-broken':
      return `The archive ${quoted(problem.file)} cannot be unpacked: ${problem.reason}.`;
    case 'manifest-invalid':
      return problem.field === ''
        ? `“pack.json” ${problem.reason}.`
        : `The field ${quoted(problem.field)} of “pack.json” does not fit: ${problem.reason}.`;
    case 'file-missing':
      return `${quoted(problem.file)}, which “pack.json” names, is not there.`;
    case 'wrong-length':
      return `${quoted(problem.file)} has ${short(problem.found, 0)} bytes, and “pack.json” says ${short(problem.expected, 0)}.`;
    case 'wrong-sha256':
      return `${quoted(problem.file)} has the SHA-256 ${problem.found.slice(0, 12)}…, and “pack.json” says ${problem.expected.slice(0, 12)}….`;
    case 'onnx-broken':
      return `${quoted(problem.file)} is no ONNX file that can be read: ${problem.reason}.`;
    case 'opset-unknown':
      return `${quoted(problem.file)} is of opset ${problem.opset}: onnxruntime reads none before 7.`;
    case 'operator-unknown':
      return `The operator ${quoted(problem.operator)} of the node ${quoted(problem.node)} is not one that onnxruntime-web runs.`;
    case 'operator-missing':
      return `onnxruntime-web has no operator ${quoted(problem.operator)} in this network’s version of ONNX.`;
    case 'external-data':
      return `The tensor ${quoted(problem.tensor)} of ${quoted(problem.file)} lies in another file, ${quoted(problem.location)}: save the network with its weights inside.`;
    case 'tensor-wrong':
      return `The tensor ${quoted(problem.tensor)} of ${quoted(problem.file)} ${problem.reason}.`;
    case 'shape-wrong':
      return `The tensor ${quoted(problem.tensor)} of ${quoted(problem.file)} is ${problem.shape}, and “${problem.field}” says ${problem.expected}.`;
    case 'checkpoint-broken':
      return `${quoted(problem.file)} is no head of blemore-common: ${problem.reason}.`;
    case 'checkpoint-calls':
      return `${quoted(problem.file)} would call ${quoted(problem.called)} when opened, which no checkpoint needs: it was not opened.`;
    case 'does-not-run':
      return `onnxruntime does not run it: ${problem.reason}`;
    case 'golden-wrong':
      return Number.isFinite(problem.difference)
        ? `It does not compute its golden numbers: the largest difference is ${short(problem.difference, 4)}.`
        : 'It does not compute its golden numbers: some are missing, or are no numbers.';
    case 'not-finite':
      return 'It gives numbers that are not finite.';
    case 'answer-wrong':
      return `${quoted(problem.field)} does not fit: ${problem.reason}.`;
    case 'head-width':
      return `The head ${quoted(problem.file)} takes ${short(problem.width, 0)} numbers, and the encoder of ${quoted(problem.pack)} gives ${short(problem.given, 0)}.`;
    case 'encoder-fused':
      return `The encoder of ${quoted(problem.pack)} has its head inside: no other can be put on it.`;
    case 'head-wrong':
      return `The head made of ${quoted(problem.file)} computes something else than its layers: the largest difference is ${short(problem.difference, 4)}.`;
    case 'networks-unclear':
      return `One network has to take pictures (4 sides), and one at most its features (2 sides); these take ${problem.inputs.map(({ file, shapes }) => `${quoted(file)}: ${shapes}`).join('; ')}.`;
    case 'output-length':
      return `${quoted(problem.file)} gives ${short(problem.found, 0)} numbers, not ${short(problem.expected, 0)}.`;
    case 'not-tried':
      return `It could not be tried: ${failureMessage(problem.failure).title}`;
  }
}
