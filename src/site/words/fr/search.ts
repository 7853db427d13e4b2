import type { SearchWords } from '../search-words.ts';

export const searchFr: SearchWords = {
  narrow: 'Affiner la recherche',
  edition: 'Édition',
  everyEdition: 'Toutes les éditions',
  section: 'Rubrique',
  everySection: 'Toutes les rubriques',
  byline: 'Auteur',
  code: 'Numéro de dépêche',
  byDate: 'Les plus récentes d’abord',
  byRelevance: 'Les plus pertinentes d’abord',
  order: 'Ordre',
  signs:
    'Les guillemets cherchent une expression, ‑mot exclut un mot, mot* cherche ce qui commence ainsi, OU cherche l’un ou l’autre.',
  day: (example) => `Un jour s’écrit ${example} ; une année ou un mois seul suffit.`,
  firstPage: 'Première page',
  nextPage: 'Page suivante',
  beginning: (word) => `Avec des mots qui commencent par « ${word} »`,
  didYouMean: 'Vouliez-vous dire',
  common: 'Presque toutes les dépêches contiennent ces mots : ajoutez-en un plus précis.',
  cut: 'La question est trop longue : seul son début a été cherché.',
  sinceOnly: (when) =>
    `Une question aussi large prend trop de temps : seules les dépêches parues depuis le ${when} ont été parcourues. Ajoutez un mot ou resserrez la période pour remonter plus loin.`,
  gaveUp: 'Cette question prend trop de temps. Ajoutez un mot ou resserrez la période.',
  busy: 'Trop de recherches à la fois',
  busyText: 'De nombreux lecteurs font une recherche en ce moment. Réessayez dans quelques secondes.',
  feed: 'Flux de cette recherche',
  feedOf: (agency, query) => (query ? `${agency} : ${query}` : `${agency} : une recherche`),
  wrongDay: (said) => `« ${said} » n’est pas un jour du calendrier.`,
  unreadDay: (said) => `« ${said} » n’a pas été compris comme un jour.`,
  wrongOrder: 'Le premier jour vient après le dernier.',
  wrongCode: (said) =>
    `« ${said} » n’est pas un numéro de dépêche : c’est un nombre entier, imprimé sur la dépêche.`,
  wrongEdition: (said) => `Il n’y a pas d’édition « ${said} ».`,
  asksNothing: 'Le flux d’une recherche a besoin d’une question.',
};
