import type { SearchWords } from '../search-words.ts';

export const searchEs: SearchWords = {
  narrow: 'Acotar la búsqueda',
  edition: 'Edición',
  everyEdition: 'Todas las ediciones',
  section: 'Sección',
  everySection: 'Todas las secciones',
  byline: 'Autor',
  code: 'Número de la noticia',
  byDate: 'Primero las más recientes',
  byRelevance: 'Primero las más pertinentes',
  order: 'Orden',
  signs:
    'Las comillas buscan una expresión, ‑palabra excluye una palabra, palabra* busca lo que empieza así y OR busca una u otra.',
  day: (example) => `Un día se escribe ${example}; basta también con el año o el mes.`,
  firstPage: 'Primera página',
  nextPage: 'Página siguiente',
  beginning: (word) => `Con palabras que empiezan por «${word}»`,
  didYouMean: 'Quizá quiso decir',
  common: 'Casi todas las noticias contienen estas palabras: añada otra más precisa.',
  cut: 'La consulta es demasiado larga: solo se ha buscado su comienzo.',
  sinceOnly: (when) =>
    `Una consulta tan amplia tarda demasiado: solo se han revisado las noticias publicadas desde el ${when}. Añada una palabra o acorte el periodo para llegar más atrás.`,
  gaveUp: 'Esta consulta tarda demasiado. Añada una palabra o acorte el periodo.',
  busy: 'Demasiadas búsquedas a la vez',
  busyText: 'Muchos lectores están buscando en este momento. Inténtelo de nuevo en unos segundos.',
  feed: 'Canal de esta búsqueda',
  feedOf: (agency, query) => (query ? `${agency}: ${query}` : `${agency}: una búsqueda`),
  wrongDay: (said) => `«${said}» no es un día del calendario.`,
  unreadDay: (said) => `No se ha entendido «${said}» como un día.`,
  wrongOrder: 'El primer día es posterior al último.',
  wrongCode: (said) =>
    `«${said}» no es el número de una noticia: es un número entero, impreso en la noticia.`,
  wrongEdition: (said) => `No hay ninguna edición «${said}».`,
  asksNothing: 'El canal de una búsqueda necesita una consulta.',
};
