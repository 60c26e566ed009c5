import type { Words } from '../en.ts';
import { numbersOf } from '../numbers.ts';
import { fileProblemWords } from './file-problems.ts';

const { megabytes, gigabytes } = numbersOf('fr');

const CHECK_CONNECTION = 'Vérifiez la connexion, puis choisissez « Réessayer ».';
const TELL_OWNER =
  'Choisissez « Réessayer » et, si cela ne suffit pas, prévenez les responsables de cette page.';
const COMPUTE_ELSEWHERE =
  'Choisissez autre chose sous « Calculer avec » dans les réglages, puis « Réessayer ».';
const CLOSE_OTHERS = 'Fermez d’autres onglets et programmes, puis choisissez « Réessayer ».';
const NOTHING_TO_DO = 'Vous n’avez rien à faire.';

export const failureMessage: Words['failureMessage'] = (failure) => {
  switch (failure.kind) {
    case 'camera-unsupported':
      return failure.secure
        ? {
            title: 'Ce navigateur ne donne pas de caméra aux pages web.',
            advice:
              'Utilisez une version actuelle de Chrome, Edge, Firefox ou Safari, ou essayez sans caméra.',
          }
        : {
            title: 'Le navigateur ne donne pas de caméra à une page sans adresse sécurisée.',
            advice: 'Ouvrez la page avec https:// devant, ou essayez sans caméra.',
          };
    case 'camera-denied':
      return {
        title: 'La caméra n’est pas autorisée sur cette page.',
        advice:
          'Cliquez sur l’icône à côté de l’adresse de la page, autorisez-y la caméra, puis choisissez « Réessayer ».',
      };
    case 'camera-missing':
      return {
        title: 'Aucune caméra n’a été trouvée.',
        advice:
          'Essayez sans caméra, ouvrez une vidéo ou une photo, ou branchez une caméra et choisissez « Réessayer ».',
      };
    case 'camera-busy':
      return {
        title: 'Un autre programme utilise la caméra.',
        advice: 'Fermez ce programme ou cet onglet, puis choisissez « Réessayer ».',
      };
    case 'file-undecodable': {
      const { what, advice } = fileProblemWords(failure.problem);
      return { title: `« ${failure.name} » ${what}.`, advice };
    }
    case 'asset-missing':
      return {
        title: `Une partie de cette page, « ${failure.name} », n’a pas pu être chargée.`,
        advice: failure.status === null ? CHECK_CONNECTION : TELL_OWNER,
      };
    case 'asset-html':
      return {
        title: `Au lieu du fichier « ${failure.name} », le serveur a envoyé une page web.`,
        advice: TELL_OWNER,
      };
    case 'asset-truncated':
      return {
        title: `De « ${failure.name} », seuls ${megabytes(failure.received)} Mo sur ${megabytes(failure.expected)} sont arrivés.`,
        advice: CHECK_CONNECTION,
      };
    case 'asset-corrupt':
      return {
        title: `Le fichier « ${failure.name} » n’est pas celui avec lequel cette page a été faite.`,
        advice: TELL_OWNER,
      };
    case 'asset-stalled':
      return {
        title: `Le chargement de « ${failure.name} » n’avance plus depuis ${failure.seconds} secondes.`,
        advice: CHECK_CONNECTION,
      };
    case 'pack-invalid':
      return {
        title: `Le modèle « ${failure.pack} » ne convient pas à cette page : son champ « ${failure.field} » n’est pas valide.`,
        advice: 'Corrigez ce champ ou utilisez un autre modèle, puis choisissez « Réessayer ».',
      };
    case 'model-wrong':
      return {
        title: `Le modèle « ${failure.pack} » ne calcule pas juste sur cet appareil.`,
        advice: COMPUTE_ELSEWHERE,
      };
    case 'model-not-finite':
      return {
        title: `Le modèle « ${failure.pack} » a donné des nombres inutilisables.`,
        advice: COMPUTE_ELSEWHERE,
      };
    case 'model-too-large':
      return {
        title: `Le modèle « ${failure.pack} » demande ${gigabytes(failure.needed)} Go de mémoire ; ici, il peut en avoir ${gigabytes(failure.most)} Go.`,
        advice: 'Prenez-le avec des poids sur moins de bits, ou un autre modèle.',
      };
    case 'analyser-crashed':
      return {
        title: 'L’analyse s’arrête sans cesse sur cet appareil.',
        advice: CLOSE_OTHERS,
      };
    case 'analyser-silent':
      return {
        title: `L’analyse ne répond plus depuis ${failure.seconds} secondes.`,
        advice: CLOSE_OTHERS,
      };
    case 'unexpected':
      return {
        title: 'Un imprévu a arrêté la page.',
        advice: 'Choisissez « Réessayer », et rechargez la page si cela ne suffit pas.',
      };
  }
};

export const noticeMessage: Words['noticeMessage'] = (notice) => {
  switch (notice.kind) {
    case 'camera-replaced':
      return {
        title: 'La caméra choisie n’est pas là.',
        advice:
          notice.used === null
            ? 'La page en utilise une autre ; toutes sont dans les réglages.'
            : `La page utilise « ${notice.used} » à la place ; les autres sont dans les réglages.`,
      };
    case 'camera-unplugged':
      return {
        title: 'La caméra a été débranchée.',
        advice: 'Rebranchez-la, et la page reprend d’elle-même.',
      };
    case 'camera-returned':
      return { title: 'La caméra est revenue.', advice: NOTHING_TO_DO };
    case 'webgpu-missing':
      return {
        title: 'Ce navigateur n’offre pas WebGPU.',
        advice: 'La page calcule avec le processeur à la place ; vous n’avez rien à faire.',
      };
    case 'webgpu-too-small':
      return {
        title: `Le modèle « ${notice.pack} » demande des tampons de ${megabytes(notice.needed)} Mo ; la puce graphique n’en a pas de plus de ${megabytes(notice.most)} Mo.`,
        advice: 'La page calcule avec le processeur à la place ; vous n’avez rien à faire.',
      };
    case 'webgpu-wrong':
      return {
        title: 'La puce graphique a donné des nombres faux.',
        advice: 'La page calcule avec le processeur à la place ; vous n’avez rien à faire.',
      };
    case 'webgpu-lost':
      return {
        title: 'La puce graphique s’est arrêtée un instant.',
        advice:
          notice.now === 'webgpu'
            ? 'Elle a été relancée ; vous n’avez rien à faire.'
            : 'La page continue avec le processeur ; vous n’avez rien à faire.',
      };
    case 'analyser-restarted':
      return {
        title: 'L’analyse s’était arrêtée et a été relancée.',
        advice: 'Si cela arrive souvent, fermez d’autres onglets et programmes.',
      };
    case 'pack-replaced':
      return {
        title: 'Votre modèle ne fonctionne plus.',
        advice: `Celui de la page continue : ${failureMessage(notice.failure).title}`,
      };
    case 'pack-unknown':
      return {
        title: `Il n’y a pas de modèle « ${notice.id} » ici.`,
        advice: 'Celui de la page lit à sa place ; déposez le modèle sur la page pour l’avoir ici.',
      };
    case 'first-picture':
      return {
        title: 'Ce navigateur ne montre que la première image de cette animation.',
        advice:
          'Pour la voir bouger, ouvrez-la dans une version actuelle de Chrome ou Edge, ou convertissez-la en MP4.',
      };
    case 'film-incomplete':
      return {
        title: `« ${notice.name} » ${fileProblemWords(notice.problem).what}.`,
        advice: 'Ce qui peut en être décodé est joué en boucle.',
      };
    case 'report-without-pictures':
      return {
        title: 'Ce rapport ne contient pas d’images.',
        advice: 'Ce qui est montré est ce qui a été enregistré ; rien ne peut être relu.',
      };
    case 'files-useless':
      return {
        title: 'Il n’y a rien à évaluer là-dedans.',
        advice:
          'Choisissez des clips (mp4, mov, webm, mkv), un csv avec leurs étiquettes ou un json de prédictions.',
      };
    case 'files-untimely':
      return {
        title: 'Ces fichiers n’ont pas été ajoutés.',
        advice: 'Annulez d’abord l’évaluation ; elle reprendra plus tard avec ce qui est terminé.',
      };
  }
};
