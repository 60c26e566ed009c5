import type { Words } from '../en.ts';
import { numbersOf } from '../numbers.ts';
import { quotedIn } from '../quoted.ts';
import { failureMessage } from './failures.ts';

const { short, size } = numbersOf('fr');
const quoted = quotedIn('« ', ' »', 'un fichier sans nom');

export const packs: Words['packs'] = {
  title: 'Votre propre modèle',
  steps: {
    reading: 'Vérification des fichiers',
    making: 'Création d’un paquet',
    keeping: 'Enregistrement sur cet appareil',
    testing: 'Essai du modèle',
  },
  cancel: 'Annuler',
  refused: (name) => `${quoted(name)} n’est pas utilisé.`,
  goesOn: 'Le modèle qui lisait avant continue.',
  done: (pack) => `${quoted(pack)} lit maintenant.`,
  keptHere:
    'Il est conservé sur cet appareil : il figure dans les réglages, où il peut être supprimé.',
  notKept:
    'Ce navigateur ne conserve aucun fichier pour cette page, ou la place manque : il disparaîtra avec cet onglet.',
  models: 'Modèles',
  modelsHint:
    'Les vôtres : un paquet (zip ou dossier), un réseau ONNX ou une tête .pth. Vous pouvez aussi les déposer sur la page.',
  readsNow: 'lit maintenant',
  ofThePage: 'fourni avec la page',
  use: 'Utiliser',
  useOne: (name) => `Utiliser : ${name}`,
  save: 'Enregistrer en zip',
  saveOne: (name) => `Enregistrer en zip : ${name}`,
  card: 'Chiffres et fiche',
  add: 'Ajouter un modèle',
  addFolder: 'Ajouter un dossier',
  headTitle: 'Quel encodeur va avec cette tête ?',
  headTakes: (file, width) => `« ${file} » prend ${short(width, 0)} nombres.`,
  encoderOf: 'Encodeur de',
  readWith: 'Lire avec',
  savePack: 'Enregistrer comme paquet',
  formTitle: 'Comment ce réseau est-il alimenté ?',
  formLead:
    'Un fichier ONNX ne le dit pas. Ce qui ne convient pas est indiqué ici ; le modèle qui lit continue.',
  says: 'Ce que dit le fichier',
  takes: 'prend',
  gives: 'donne',
  operators: 'opérateurs',
  fileSize: 'taille',
  modelName: 'Nom',
  licence: 'Licence',
  licenceUnknown: 'inconnue',
  colours: 'Couleurs',
  gray: 'Gris',
  rgb: 'Rouge, vert, bleu',
  bgr: 'Bleu, vert, rouge',
  layout: 'Ordre des nombres',
  layoutSaid: 'Comme le dit le fichier',
  side: 'Côté de l’image, en pixels',
  values: 'Valeurs des pixels',
  zeroToOne: '0 à 1',
  minusOneToOne: '−1 à 1',
  asPixels: '0 à 255',
  ownValues: 'Autres',
  scale: 'Facteur',
  mean: 'Moyenne par canal',
  deviation: 'Écart type par canal',
  crop: 'Ce qu’il voit',
  cropFace: 'Le visage, les yeux toujours au même endroit',
  cropCentre: 'Le milieu de l’image',
  cropSquash: 'Toute l’image, comprimée',
  eyeX: 'Yeux depuis la gauche',
  eyeY: 'Yeux depuis le haut',
  eyeDistance: 'Distance des yeux',
  preview: 'Ce que le réseau verrait du visage dessiné',
  previewNow: 'Ce que le réseau verrait maintenant',
  output: 'Sortie utilisée',
  scores: 'Ses nombres sont',
  logits: 'Des logits',
  probabilities: 'Des probabilités',
  order: 'Ordre de ses classes',
  ownOrder: 'Un autre',
  classNumber: (number) => `Classe ${short(number, 0)}`,
  leftOut: 'Laissée de côté',
};

export const importProblemWords: Words['importProblemWords'] = (problem) => {
  switch (problem.kind) {
    case 'nothing-found':
      return 'Il n’y a là ni paquet (pack.json), ni réseau (.onnx), ni checkpoint (.pth).';
    case 'no-hashing':
      return 'Sur une page sans adresse sécurisée, les fichiers ne peuvent pas être vérifiés : ouvrez-la avec https:// devant.';
    case 'too-many-files':
      return `Il y a ${short(problem.count, 0)} fichiers ; le maximum est de ${short(problem.most, 0)}.`;
    case 'too-large':
      return problem.file === ''
        ? `Ses fichiers font ensemble ${size(problem.bytes)} ; le maximum est de ${size(problem.most)}.`
        : `${quoted(problem.file)} fait ${size(problem.bytes)} ; le maximum est de ${size(problem.most)}.`;
    case 'model-too-large': {
      const { title, advice } = failureMessage(problem);
      return `${title} ${advice}`;
    }
    case 'bad-path':
      return `Le chemin ${quoted(problem.path)} sort de son dossier, ou n’en est pas un.`;
    case 'archive-broken':
      return `L’archive ${quoted(problem.file)} ne peut pas être décompressée : ${problem.reason}.`;
    case 'manifest-invalid':
      return problem.field === ''
        ? `« pack.json » : ${problem.reason}.`
        : `Le champ ${quoted(problem.field)} de « pack.json » ne convient pas : ${problem.reason}.`;
    case 'file-missing':
      return `${quoted(problem.file)}, que « pack.json » nomme, est absent.`;
    case 'wrong-length':
      return `${quoted(problem.file)} fait ${short(problem.found, 0)} octets, et « pack.json » dit ${short(problem.expected, 0)}.`;
    case 'wrong-sha256':
      return `${quoted(problem.file)} a le SHA-256 ${problem.found.slice(0, 12)}…, et « pack.json » dit ${problem.expected.slice(0, 12)}….`;
    case 'onnx-broken':
      return `${quoted(problem.file)} n’est pas un fichier ONNX lisible : ${problem.reason}.`;
    case 'opset-unknown':
      return `${quoted(problem.file)} est en opset ${problem.opset} ; onnxruntime n’en lit aucun avant 7.`;
    case 'operator-unknown':
      return `onnxruntime-web n’exécute pas l’opérateur ${quoted(problem.operator)} du nœud ${quoted(problem.node)}.`;
    case 'operator-missing':
      return `onnxruntime-web n’a pas d’opérateur ${quoted(problem.operator)} dans la version d’ONNX de ce réseau.`;
    case 'external-data':
      return `Le tenseur ${quoted(problem.tensor)} de ${quoted(problem.file)} se trouve dans un autre fichier, ${quoted(problem.location)} : enregistrez le réseau avec ses poids à l’intérieur.`;
    case 'tensor-wrong':
      return `Le tenseur ${quoted(problem.tensor)} de ${quoted(problem.file)} ne convient pas : ${problem.reason}.`;
    case 'shape-wrong':
      return `Le tenseur ${quoted(problem.tensor)} de ${quoted(problem.file)} est ${problem.shape}, et « ${problem.field} » dit ${problem.expected}.`;
    case 'checkpoint-broken':
      return `${quoted(problem.file)} n’est pas une tête de blemore-common : ${problem.reason}.`;
    case 'checkpoint-calls':
      return `${quoted(problem.file)} appellerait ${quoted(problem.called)} à l’ouverture, ce dont aucun checkpoint n’a besoin : il n’a pas été ouvert.`;
    case 'does-not-run':
      return `onnxruntime ne l’exécute pas : ${problem.reason}`;
    case 'golden-wrong':
      return Number.isFinite(problem.difference)
        ? `Il ne calcule pas ses nombres de contrôle : l’écart le plus grand est de ${short(problem.difference, 4)}.`
        : 'Il ne calcule pas ses nombres de contrôle : certains manquent ou ne sont pas des nombres.';
    case 'not-finite':
      return 'Il donne des nombres qui ne sont pas finis.';
    case 'answer-wrong':
      return `${quoted(problem.field)} ne convient pas : ${problem.reason}.`;
    case 'head-width':
      return `La tête ${quoted(problem.file)} prend ${short(problem.width, 0)} nombres, et l’encodeur de ${quoted(problem.pack)} en donne ${short(problem.given, 0)}.`;
    case 'encoder-fused':
      return `L’encodeur de ${quoted(problem.pack)} contient déjà sa tête : aucune autre ne peut y être posée.`;
    case 'head-wrong':
      return `La tête faite de ${quoted(problem.file)} calcule autre chose que ses couches : l’écart le plus grand est de ${short(problem.difference, 4)}.`;
    case 'networks-unclear':
      return `Un réseau doit prendre des images (4 côtés), et un au plus leurs caractéristiques (2 côtés) ; ceux-ci prennent ${problem.inputs.map(({ file, shapes }) => `${quoted(file)} : ${shapes}`).join(' ; ')}.`;
    case 'output-length':
      return `${quoted(problem.file)} donne ${short(problem.found, 0)} nombres, et non ${short(problem.expected, 0)}.`;
    case 'not-tried':
      return `Il n’a pas pu être essayé : ${failureMessage(problem.failure).title}`;
  }
};
