import type { RecordWords } from '../record-words.ts';

/** "y", and "e" before the sound i. */
const listed = new Intl.ListFormat('es', { type: 'conjunction' });

/** «Noticia» is feminine, and so are the participles. */
export const recordEs: RecordWords = {
  acted: {
    publish: (by) => `Publicada por ${by}`,
    update: (by) => `Actualizada por ${by}`,
    correct: (by) => `Rectificada por ${by}`,
    hold: (by) => `Retenida por ${by}`,
    release: (by) => `Publicada de nuevo por ${by}`,
    kill: (by) => `Anulada por ${by}`,
    redact: (by) => `Palabras suprimidas por ${by}`,
    withdraw: (by) => `Acto retirado por ${by}`,
  },
  imported: 'Importada',
  desk: 'la redacción',
  reasons: {
    corrected: 'había un error',
    clarified: 'había algo poco claro',
    refiled: 'se había transmitido mal',
    checking: 'en comprobación',
    checked: 'comprobada',
    legal: 'cuestión jurídica',
    'embargo-broken': 'embargo roto',
    rights: 'derechos de terceros',
    withdrawn: 'retirada por la agencia',
    inaccurate: 'inexactitud',
    duplicate: 'publicada dos veces',
    privacy: 'vida privada',
    safety: 'seguridad de las personas',
    mistaken: 'hecho por error',
  },
  reason: (reason) => `Motivo: ${reason}`,
  fields: {
    headline: 'titular',
    lead: 'entradilla',
    body: 'texto',
    dateline: 'lugar',
    credit: 'fuente',
    byline: 'firma',
    section: 'sección',
    topics: 'temas',
    subjects: 'materias',
    thread: 'noticia en desarrollo',
    note: 'nota',
  },
  and: (names) => listed.format(names),

  notices: 'Rectificaciones y cambios',
  labels: {
    corrected: 'Rectificación',
    clarified: 'Aclaración',
    refiled: 'Nuevo envío',
    updated: 'Actualización',
    withdrawn: 'Cambio retirado',
    redacted: 'Palabras suprimidas por ley',
  },
  sentences: {
    corrected: 'Esta noticia contenía un error, que se ha rectificado.',
    clarified: 'En esta noticia había algo poco claro, que se ha aclarado.',
    refiled: 'Esta noticia se transmitió mal y se ha enviado de nuevo.',
    updated: 'Esta noticia se ha ampliado.',
  },
  setBack: (when) => `El cambio del ${when} fue un error; vuelven a valer las palabras anteriores.`,
  removed: (fields) => `Suprimido de esta noticia y de todas sus versiones: ${fields}.`,
  sentenceGone: (day, reason) => `La nota que figuraba aquí fue suprimida por ley el ${day} (${reason}).`,
  correctedOn: (when) => `Rectificada el ${when}`,

  corrections: 'Rectificaciones',
  correctionsText:
    'Lo que era erróneo o poco claro en nuestras noticias y lo que hemos retirado. Nada se cambia sin decirlo.',
  noCorrections: 'Todavía no se ha rectificado nada.',
  correctionsFeed: (agency) => `${agency}: rectificaciones`,

  history: 'Historial',
  historyOf: (code) => `Historial de la noticia n.º ${code}`,
  recordedOn: (when, by) => `Registrada el ${when}; la hora anterior es la indicada${by && ` por ${by}`}`,
  importedOn: (when, by) => `Importada el ${when}; la hora anterior es la indicada${by && ` por ${by}`}`,
  dueAt: (due, done) => `Prevista para el ${due}, hecha el ${done}`,
  onTime: (due) => `Programada para el ${due}`,
  replacedBy: (story) => `En su lugar: ${story}`,
  undid: (when) => `Deja sin efecto el acto del ${when}`,
  compare: 'Comparar',
  compareWith: (version) => `Comparar con la versión ${version}`,
  older: 'Versión',
  newer: 'con la versión',

  compared: (older, newer) => `Versión ${older} comparada con la versión ${newer}`,
  sameVersion: 'Es una misma versión: elija dos.',
  noDifference: 'Las dos versiones tienen las mismas palabras.',
  unchanged: (fields) => `Sin cambios: ${fields}.`,
  onlyMarks: 'Las palabras son las mismas; cambian enlaces, énfasis u otras marcas.',
  gone: 'suprimido:',
  added: 'añadido:',
  wrongVersions: (newest) =>
    `Se comparan dos versiones. Esta noticia tiene de la 1 a la ${newest}: indique dos por su número.`,

  versionLine: (version, when) => `Versión ${version}, en vigor desde el ${when}`,
  versionHint: 'Esta página no cambia nunca. La noticia puede haber cambiado desde entonces.',
  toPresent: 'La noticia tal como es ahora',
  toHistory: 'Historial de esta noticia',

  tombstones: {
    held: {
      title: 'Esta noticia está retenida',
      label: 'Retenida',
      said: (when) => `Retenida el ${when}`,
      text: 'No se muestra mientras se comprueba. Vuelva más tarde, por favor.',
    },
    killed: {
      title: 'Esta noticia ha sido anulada',
      label: 'Anulada',
      said: (when) => `Anulada el ${when}`,
      text: 'Sus palabras ya no se publican, en ninguna versión.',
    },
    removed: {
      title: 'Esta noticia ha sido retirada por ley',
      label: 'Retirada por ley',
      said: (when) => `Retirada por ley el ${when}`,
      text: 'Sus palabras ya no pueden publicarse, en ninguna versión.',
    },
  },
  instead: 'En su lugar',

  gap: (field, day, reason) => `${gapNames[field]} por ley el ${day} (${reason})`,
  headlineGone: '[Titular suprimido]',
};

const gapNames = {
  headline: 'Titular suprimido',
  lead: 'Entradilla suprimida',
  body: 'Texto suprimido',
  dateline: 'Lugar suprimido',
  credit: 'Fuente suprimida',
  byline: 'Firma suprimida',
  section: 'Sección suprimida',
  topics: 'Temas suprimidos',
  subjects: 'Materias suprimidas',
  thread: 'Noticia en desarrollo suprimida',
  note: 'Nota suprimida',
};
