import type { Words } from '../en.ts';
import { numbersOf } from '../numbers.ts';

const { short } = numbersOf('es');

/** Saving what was read, and reading it again. */
export const report: Words['report'] = {
  title: 'Informe',
  keep: 'Conservar los últimos 20 segundos',
  keepHint:
    'Para guardarlos como informe: tiempos, lecturas y ajustes. Permanecen en la memoria de esta pestaña y desaparecen con «Detener».',
  pictures: 'Con imágenes',
  picturesHint:
    'Pregunte antes a todas las personas que se ven. Sin imágenes, un informe no se puede leer de nuevo.',
  kinds: {
    none: 'No, solo números',
    crops: 'Lo que el modelo ve de la cara',
    frames: 'Imágenes enteras',
  },
  save: 'Guardar un informe',
  kept: (seconds) => `${seconds} s conservados`,
  recorded: (what) => `Grabado: ${what}`,
  same: (compared) => `Este dispositivo da las mismas lecturas. Imágenes comparadas: ${compared}.`,
  differs: (differing, compared, share) =>
    `Este dispositivo da otras lecturas en ${differing} de ${compared} imágenes, con hasta ${short(share * 100, 1)} de 100 de diferencia.`,
  made: (pack, version, backend) => `Hecho con ${pack} ${version} en ${backend}.`,
  otherModel: (pack, version, backend) =>
    `Se hizo con otro modelo: ${pack} ${version}, en ${backend}.`,
};
