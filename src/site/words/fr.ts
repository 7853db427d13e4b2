import type { Words } from './catalogue.ts';

/** French. No-break spaces stand before double punctuation. */
export const fr: Words = {
  tag: 'fr',
  calendar: 'gregory',
  numerals: 'latn',
  gregorianToo: false,
  zone: (offset) => (offset ? `UTC${offset}` : 'UTC'),
  fullDay: ({ weekday, day, month, year }) => `${weekday} ${first(day)} ${month} ${year}`,
  shortDay: ({ day, month, year }) => `${first(day)} ${month} ${year}`,
  dayOfYear: ({ day, month }) => `${first(day)} ${month}`,
  comma: ', ',

  sample: 'Un exemple : cette agence, ses personnages et ses dépêches sont inventés.',
  skip: 'Aller au texte',
  editions: 'Éditions',
  sections: 'Rubriques',
  home: 'Accueil',
  feeds: 'Flux',
  feedOf: (agency) => `${agency} : dernières dépêches`,

  search: 'Recherche',
  searchFor: 'Des mots ou un numéro de dépêche',
  find: 'Chercher',
  from: 'Du',
  until: 'Au',
  topic: 'Sujet',
  results: { one: '{n} dépêche', other: '{n} dépêches' },
  moreThan: { one: 'Plus de {n} dépêche', other: 'Plus de {n} dépêches' },
  resultsFor: (query) => `Recherche : ${query}`,
  nothingFound: 'Aucune dépêche trouvée.',
  nothingFoundHint: 'Essayez moins de mots, une période plus longue ou le numéro imprimé sur la dépêche.',
  dayHint: 'Un jour s’écrit année-mois-jour : 2017-08-05.',

  latest: 'Dernières nouvelles',
  moreNews: 'Autres nouvelles',
  newer: 'Plus récentes',
  older: 'Plus anciennes',
  pages: 'Pages',
  emptyList: 'Aucune dépêche ici pour le moment.',
  emptyFront: 'La première dépêche n’est pas encore publiée.',
  by: (name) => `Par ${name}`,
  acts: {
    update: 'Mise à jour',
    correct: 'Rectificatif',
    hold: 'Suspendue',
    release: 'Rétablie',
    kill: 'Annulée',
    redact: 'Caviardée',
    withdraw: 'Retirée',
  },

  code: (code) => `Nº ${code}`,
  updated: (when) => `Mise à jour : ${when}`,
  topics: 'Sujets',
  alsoIn: 'Autres langues',
  related: (section) => `Autres dépêches : ${section}`,
  otherNews: 'Autres nouvelles',
  picture: 'Image',
  otherForms: 'Cette dépêche sous d’autres formes',
  fullPage: 'Page complète',
  print: 'Imprimer',
  lite: 'Version légère',
  plainText: 'Texte brut',
  data: 'Données',
  address: 'Adresse permanente',
  printedOn: (day) => `Imprimé le ${day}`,
  version: (number) => `Version ${number}`,
  notes: 'Adresses citées dans le texte',

  notFound: 'Page introuvable',
  notFoundText: 'Rien n’est publié à cette adresse. Si vous connaissez le numéro d’une dépêche, cherchez-le.',
  wrong: 'Impossible d’afficher cette page',
  wrongText: 'L’adresse demande quelque chose qui n’existe pas.',
  backHome: 'Vers l’accueil',
};

/** The first of a month is an ordinal in French. */
function first(day: string): string {
  return day === '1' ? '1er' : day;
}
