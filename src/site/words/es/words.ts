import { usualDates } from '../../../editions/edition-dates.ts';
import type { Words } from '../catalogue.ts';
import type { In } from '../plurals.ts';
import { commentsEs } from './comments.ts';
import { mailEs } from './mail.ts';
import { pagesEs } from './pages.ts';
import { recordEs } from './record.ts';
import { searchEs } from './search.ts';
import { zonesEs } from './zones.ts';

/** Spanish. */
export const es: In<'es', Words> = {
  tag: 'es',
  ...usualDates('es'),
  zone: (offset) => (offset ? `UTC${offset}` : 'UTC'),
  fullDay: ({ weekday, day, month, year }) => `${weekday}, ${day} de ${month} de ${year}`,
  shortDay: ({ day, month, year }) => `${day} ${month} ${year}`,
  dayOfYear: ({ day, month }) => `${day} ${month}`,
  comma: ', ',

  sample: 'Una muestra: esta agencia, su gente y sus noticias son inventadas.',
  skip: 'Ir al texto',
  editions: 'Ediciones',
  thisStory: 'Esta noticia en',
  fronts: 'Portadas',
  sections: 'Secciones',
  home: 'Portada',
  feeds: 'Canales',
  feedOf: (agency) => `${agency}: últimas noticias`,

  search: 'Buscar',
  searchFor: 'Palabras o el número de una noticia',
  find: 'Buscar',
  from: 'Desde',
  until: 'Hasta',
  topic: 'Tema',
  results: { one: '{n} noticia', many: '{n} de noticias', other: '{n} noticias' },
  moreThan: {
    one: 'Más de {n} noticia',
    many: 'Más de {n} de noticias',
    other: 'Más de {n} noticias',
  },
  resultsFor: (query) => `Búsqueda: ${query}`,
  nothingFound: 'No se ha encontrado ninguna noticia.',
  nothingFoundHint:
    'Pruebe con menos palabras, con un periodo más amplio o con el número impreso en la noticia.',

  latest: 'Lo último',
  moreNews: 'Más noticias',
  newer: 'Más recientes',
  older: 'Más antiguas',
  pages: 'Páginas',
  emptyList: 'Todavía no hay noticias aquí.',
  emptyFront: 'Todavía no se ha publicado la primera noticia.',
  by: (name) => `Por ${name}`,
  acts: {
    update: 'Actualizada',
    correct: 'Rectificación',
    hold: 'Retenida',
    release: 'Publicada de nuevo',
    kill: 'Anulada',
    redact: 'Suprimida en parte',
    withdraw: 'Cambio retirado',
  },

  code: (code) => `N.º ${code}`,
  updated: (when) => `Actualizada el ${when}`,
  topics: 'Temas',
  subjects: 'Materias',
  thread: 'En desarrollo',
  threadSoFar: 'Cronología',
  alsoIn: 'En otros idiomas',
  related: (section) => `Más de ${section}`,
  otherNews: 'Más noticias',
  picture: 'Imagen',
  otherForms: 'Esta noticia en otros formatos',
  fullPage: 'Página completa',
  print: 'Imprimir',
  lite: 'Versión ligera',
  plainText: 'Texto sin formato',
  data: 'Datos',
  address: 'Dirección permanente',
  printedOn: (day) => `Impresa el ${day}`,
  version: (number) => `Versión ${number}`,
  notes: 'Direcciones citadas en el texto',

  notFound: 'No existe esta página',
  notFoundText: 'No hay nada publicado en esta dirección. Si conoce el número de una noticia, búsquelo.',
  wrong: 'No se puede mostrar esta página',
  wrongText: 'La dirección pide algo que no existe.',
  tooOften: 'Demasiadas peticiones',
  tooOftenText:
    'Han llegado tantas peticiones desde su conexión que esta quedó sin respuesta. Espere un minuto, por favor.',
  broken: 'Algo se ha roto aquí',
  brokenText: 'La culpa es nuestra, no suya. Inténtelo de nuevo dentro de un momento, por favor.',
  backHome: 'Ir a la portada',

  proof: {
    proveIt: 'Comprobarlo',
    title: (code, version) => `N.º ${code}, versión ${version}: la prueba`,
    intro:
      'Cada acto sobre una noticia es una hoja de un registro que solo puede crecer. Su navegador comprueba ahora, por sí mismo y sin fiarse de esta página, que las palabras de esta versión son las que se registraron.',
    steps: {
      words:
        'Las palabras y los datos de esta versión, en su página y en el archivo, son los que su hoja compromete.',
      leaf: 'La hoja habla de esta noticia y de esta versión.',
      log: 'La hoja está en el registro, en su lugar.',
      head: 'La cabeza más reciente del registro continúa la que cubrió por primera vez esta versión.',
      signature: 'Las dos cabezas están firmadas con la clave de la agencia.',
      before: 'El registro continúa lo que este navegador había visto antes de él.',
    },
    notYet: 'Todavía sin comprobar.',
    ok: 'Comprobado: es así.',
    bad: 'Comprobado: no es así.',
    unknown: 'Este navegador no puede comprobarlo.',
    allOk: 'Probado. Esta versión es lo que se registró.',
    someBad:
      'No probado. Lo que muestra este sitio no es lo que contiene su archivo: avise a la agencia y guarde esta página.',
    someUnknown:
      'Probado hasta donde puede este navegador: no conoce las firmas Ed25519. Uno más reciente sí.',
    needsScript:
      'La comprobación necesita un programa que su navegador no ejecuta. Abajo está todo lo que hace falta para hacerla por otros medios.',
    insecure: 'El navegador solo comprueba en una página segura (https).',
    failed: 'No se ha podido obtener la prueba: inténtelo de nuevo.',
    byHand: 'Para comprobarlo a mano',
    byHandText:
      'El registro se sirve como C2SP tlog-tiles, las cabezas son notas firmadas (Ed25519) y un compromiso es el SHA-256 de una sal y del JSON canónico (RFC 8785) del nombre y el valor de un campo. Cualquier programa que conozca estos formatos puede comprobarlo.',
    leaf: (index) => `Hoja ${index}, en JSON canónico`,
    checkpoint: 'La cabeza firmada más reciente',
    keys: 'Claves',
    record: (size) => `Registro hasta el acto ${size}`,
  },

  past: {
    asOf: (when) => `Tal como la veían los lectores el ${when}.`,
    recorded: (when) => `Tal como constaba en el registro el ${when}.`,
    toPresent: 'Tal como es ahora',
    ask: 'Ver la noticia tal como era un día determinado',
    day: 'Día',
    show: 'Mostrar',
    wrong:
      'Un momento del pasado es un día (2017-08-05) o una hora con su zona (2017-08-05T11:54:00Z), y solo se puede pedir uno de los dos.',
    notYet: {
      title: 'Todavía sin publicar',
      said: {
        effective: (when) => `El ${when} esta noticia aún no estaba publicada.`,
        recorded: (when) => `El ${when} esta noticia aún no constaba en el registro.`,
      },
      since: { effective: (day) => `Publicada el ${day}`, recorded: (day) => `Registrada el ${day}` },
    },
  },

  record: recordEs,
  comments: commentsEs,
  mail: mailEs,
  searching: searchEs,
  zones: zonesEs,
  around: pagesEs,
};
