import type { Words } from '../en.ts';
import { numbersOf } from '../numbers.ts';
import { fileProblemWords } from './file-problems.ts';

const { megabytes, gigabytes } = numbersOf('es');

const CHECK_CONNECTION = 'Compruebe la conexión y elija «Reintentar».';
const TELL_OWNER = 'Elija «Reintentar» y, si no sirve, avise a los responsables de esta página.';
const COMPUTE_ELSEWHERE =
  'Elija otra opción en «Calcular con», en los ajustes, y después «Reintentar».';
const CLOSE_OTHERS = 'Cierre otras pestañas y programas y elija «Reintentar».';
const NOTHING_TO_DO = 'No tiene que hacer nada.';

export const failureMessage: Words['failureMessage'] = (failure) => {
  switch (failure.kind) {
    case 'camera-unsupported':
      return failure.secure
        ? {
            title: 'Este navegador no da ninguna cámara a las páginas web.',
            advice:
              'Use una versión actual de Chrome, Edge, Firefox o Safari, o pruebe sin cámara.',
          }
        : {
            title: 'El navegador no da ninguna cámara a una página sin dirección segura.',
            advice: 'Abra la página con https:// delante o pruebe sin cámara.',
          };
    case 'camera-denied':
      return {
        title: 'La cámara no está permitida en esta página.',
        advice:
          'Haga clic en el icono junto a la dirección de la página, permita ahí la cámara y elija «Reintentar».',
      };
    case 'camera-missing':
      return {
        title: 'No se encontró ninguna cámara.',
        advice:
          'Pruebe sin cámara, abra un vídeo o una foto, o conecte una cámara y elija «Reintentar».',
      };
    case 'camera-busy':
      return {
        title: 'Otro programa está usando la cámara.',
        advice: 'Cierre ese programa o esa pestaña y elija «Reintentar».',
      };
    case 'file-undecodable': {
      const { what, advice } = fileProblemWords(failure.problem);
      return { title: `«${failure.name}» ${what}.`, advice };
    }
    case 'asset-missing':
      return {
        title: `No se pudo cargar una parte de esta página, «${failure.name}».`,
        advice: failure.status === null ? CHECK_CONNECTION : TELL_OWNER,
      };
    case 'asset-html':
      return {
        title: `En lugar del archivo «${failure.name}», el servidor envió una página web.`,
        advice: TELL_OWNER,
      };
    case 'asset-truncated':
      return {
        title: `De «${failure.name}» solo llegaron ${megabytes(failure.received)} de ${megabytes(failure.expected)} MB.`,
        advice: CHECK_CONNECTION,
      };
    case 'asset-corrupt':
      return {
        title: `El archivo «${failure.name}» no es aquel con el que se hizo esta página.`,
        advice: TELL_OWNER,
      };
    case 'asset-stalled':
      return {
        title: `La descarga de «${failure.name}» estuvo parada ${failure.seconds} segundos.`,
        advice: CHECK_CONNECTION,
      };
    case 'pack-invalid':
      return {
        title: `El modelo «${failure.pack}» no encaja con esta página: su campo «${failure.field}» no es válido.`,
        advice: 'Corrija ese campo o use otro modelo y elija «Reintentar».',
      };
    case 'model-wrong':
      return {
        title: `El modelo «${failure.pack}» no calcula correctamente en este dispositivo.`,
        advice: COMPUTE_ELSEWHERE,
      };
    case 'model-not-finite':
      return {
        title: `El modelo «${failure.pack}» dio números inservibles.`,
        advice: COMPUTE_ELSEWHERE,
      };
    case 'model-too-large':
      return {
        title: `El modelo «${failure.pack}» necesita ${gigabytes(failure.needed)} GB de memoria y aquí puede tener ${gigabytes(failure.most)} GB.`,
        advice: 'Use el mismo con pesos de menos bits, u otro modelo.',
      };
    case 'analyser-crashed':
      return {
        title: 'El análisis se detiene una y otra vez en este dispositivo.',
        advice: CLOSE_OTHERS,
      };
    case 'analyser-silent':
      return {
        title: `El análisis no responde desde hace ${failure.seconds} segundos.`,
        advice: CLOSE_OTHERS,
      };
    case 'unexpected':
      return {
        title: 'Algo inesperado detuvo la página.',
        advice: 'Elija «Reintentar» y, si no sirve, vuelva a cargar la página.',
      };
  }
};

export const noticeMessage: Words['noticeMessage'] = (notice) => {
  switch (notice.kind) {
    case 'camera-replaced':
      return {
        title: 'La cámara elegida no está.',
        advice:
          notice.used === null
            ? 'La página usa otra en su lugar; todas están en los ajustes.'
            : `La página usa «${notice.used}» en su lugar; las demás están en los ajustes.`,
      };
    case 'camera-unplugged':
      return {
        title: 'Se desconectó la cámara.',
        advice: 'Vuelva a conectarla y la página continuará por sí sola.',
      };
    case 'camera-returned':
      return { title: 'La cámara ha vuelto.', advice: NOTHING_TO_DO };
    case 'webgpu-missing':
      return {
        title: 'Este navegador no ofrece WebGPU.',
        advice: 'La página calcula con el procesador en su lugar; no tiene que hacer nada.',
      };
    case 'webgpu-too-small':
      return {
        title: `El modelo «${notice.pack}» necesita búferes de ${megabytes(notice.needed)} MB y el chip gráfico no los tiene de más de ${megabytes(notice.most)} MB.`,
        advice: 'La página calcula con el procesador en su lugar; no tiene que hacer nada.',
      };
    case 'webgpu-wrong':
      return {
        title: 'El chip gráfico dio números erróneos.',
        advice: 'La página calcula con el procesador en su lugar; no tiene que hacer nada.',
      };
    case 'webgpu-lost':
      return {
        title: 'El chip gráfico se detuvo un momento.',
        advice:
          notice.now === 'webgpu'
            ? 'Se ha reiniciado; no tiene que hacer nada.'
            : 'La página continúa con el procesador; no tiene que hacer nada.',
      };
    case 'analyser-restarted':
      return {
        title: 'El análisis se había detenido y se ha reiniciado.',
        advice: 'Si ocurre a menudo, cierre otras pestañas y programas.',
      };
    case 'pack-replaced':
      return {
        title: 'Su modelo ya no funciona.',
        advice: `El de la página sigue leyendo: ${failureMessage(notice.failure).title}`,
      };
    case 'pack-unknown':
      return {
        title: `Aquí no hay ningún modelo «${notice.id}».`,
        advice: 'Lee el de la página en su lugar; suelte el modelo en la página para tenerlo aquí.',
      };
    case 'first-picture':
      return {
        title: 'Este navegador muestra solo la primera imagen de esta animación.',
        advice:
          'Para verla en movimiento, ábrala en una versión actual de Chrome o Edge, o conviértala a MP4.',
      };
    case 'film-incomplete':
      return {
        title: `«${notice.name}» ${fileProblemWords(notice.problem).what}.`,
        advice: 'Lo que se puede descodificar se reproduce una y otra vez.',
      };
    case 'report-without-pictures':
      return {
        title: 'Este informe no contiene imágenes.',
        advice: 'Se muestra lo que se grabó; no se puede leer nada de nuevo.',
      };
    case 'files-useless':
      return {
        title: 'Ahí no hay nada que evaluar.',
        advice:
          'Elija clips (mp4, mov, webm, mkv), un csv con sus etiquetas o un json de predicciones.',
      };
    case 'files-untimely':
      return {
        title: 'Estos archivos no se añadieron.',
        advice: 'Cancele antes la evaluación; más tarde continuará con lo que ya está terminado.',
      };
  }
};
