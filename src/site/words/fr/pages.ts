import type { PagesWords } from '../pages-words.ts';
import type { In } from '../plurals.ts';

export const pagesFr: In<'fr', PagesWords> = {
  kinds: {
    topic: 'Sujet',
    person: 'Personne',
    place: 'Lieu',
    organisation: 'Organisation',
    subject: 'Matière',
    byline: 'Dépêches signées',
  },
  archive: 'Archives',
  earlier: (when) => `Avant : ${when}`,
  later: (when) => `Après : ${when}`,
  nothingOn: (when) => `Rien n’a été publié ici : ${when}.`,
  nearest: (when) => `La date la plus proche qui a des dépêches : ${when}`,
  noSuchDay: 'Aucun calendrier n’a ce jour. Un jour des archives s’écrit /archive/2017/08/05.',
  age: {
    years: {
      one: 'Cette dépêche a {n} an.',
      many: 'Cette dépêche a {n} d’années.',
      other: 'Cette dépêche a {n} ans.',
    },
    months: {
      one: 'Cette dépêche a {n} mois.',
      many: 'Cette dépêche a {n} de mois.',
      other: 'Cette dépêche a {n} mois.',
    },
    days: {
      one: 'Cette dépêche a {n} jour.',
      many: 'Cette dépêche a {n} de jours.',
      other: 'Cette dépêche a {n} jours.',
    },
  },
  related: 'Sur le même sujet',
  before: 'Avant cela',
  after: 'Après cela',
  textOnly: 'Texte seul',
  copyLink: 'Copier le lien',
  copied: 'Copié',
  share: 'Partager',
  yourTime: (when) => `À votre heure : ${when}`,
  offline: 'Pas de connexion',
  offlineText:
    'Cette page n’a pas été ouverte auparavant : elle n’est pas conservée sur cet appareil. Réessayez une fois en ligne.',
  kept: (when) =>
    `Pas de connexion. Voici la page telle que cet appareil l’a conservée le ${when} ; elle a pu changer depuis.`,
};
