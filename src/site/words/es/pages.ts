import type { PagesWords } from '../pages-words.ts';
import type { In } from '../plurals.ts';

export const pagesEs: In<'es', PagesWords> = {
  kinds: {
    topic: 'Tema',
    person: 'Persona',
    place: 'Lugar',
    organisation: 'Organización',
    subject: 'Materia',
    byline: 'Noticias firmadas por',
  },
  archive: 'Hemeroteca',
  earlier: (when) => `Antes: ${when}`,
  later: (when) => `Después: ${when}`,
  nothingOn: (when) => `Aquí no se publicó nada: ${when}.`,
  nearest: (when) => `La fecha más cercana con noticias: ${when}`,
  noSuchDay: 'Ningún calendario tiene ese día. Un día de la hemeroteca se escribe /archive/2017/08/05.',
  age: {
    years: {
      one: 'Esta noticia tiene {n} año.',
      many: 'Esta noticia tiene {n} de años.',
      other: 'Esta noticia tiene {n} años.',
    },
    months: {
      one: 'Esta noticia tiene {n} mes.',
      many: 'Esta noticia tiene {n} de meses.',
      other: 'Esta noticia tiene {n} meses.',
    },
    days: {
      one: 'Esta noticia tiene {n} día.',
      many: 'Esta noticia tiene {n} de días.',
      other: 'Esta noticia tiene {n} días.',
    },
  },
  related: 'Noticias relacionadas',
  before: 'Antes de esto',
  after: 'Después de esto',
  textOnly: 'Solo texto',
  copyLink: 'Copiar enlace',
  copied: 'Copiado',
  share: 'Compartir',
  yourTime: (when) => `En su hora: ${when}`,
  offline: 'Sin conexión',
  offlineText:
    'Esta página no se había abierto antes, así que no está guardada en este dispositivo. Inténtelo de nuevo cuando tenga conexión.',
  kept: (when) =>
    `Sin conexión. Esta es la página tal como se guardó en este dispositivo el ${when}; puede haber cambiado desde entonces.`,
};
