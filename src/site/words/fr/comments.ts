import type { CommentsWords } from '../comments-words.ts';
import type { In } from '../plurals.ts';

export const commentsFr: In<'fr', CommentsWords> = {
  title: 'Commentaires',
  count: { one: '{n} commentaire', many: '{n} de commentaires', other: '{n} commentaires' },
  all: 'Tous les commentaires',
  write: 'Écrire un commentaire',
  answer: 'Répondre',
  answerTo: (name) => `En réponse à ${name}`,
  beforeCorrection: (when) => `Écrit avant la correction du ${when}`,
  removed: 'Retiré à la demande de son auteur.',
  readOn: 'Lire la suite',

  commentsOn: (code) => `Commentaires sur la dépêche nº ${code}`,
  none: 'Personne n’a encore écrit de commentaire.',
  closed: 'Les commentaires sur cette dépêche sont clos.',
  first: 'Les premiers commentaires',
  later: 'Commentaires suivants',
  toStory: 'Vers la dépêche',

  formOn: (code) => `Commenter la dépêche nº ${code}`,
  readFirst: 'Chaque commentaire est lu par une personne avant de paraître.',
  readAfter: 'Les commentaires sont lus par une personne, certains avant de paraître.',
  name: 'Votre nom',
  nameHint: 'Il paraît au-dessus de votre commentaire.',
  email: 'Votre adresse électronique (facultatif)',
  emailHint: {
    one: 'Elle n’est montrée à personne et s’efface après {n} jour.',
    many: 'Elle n’est montrée à personne et s’efface après {n} de jours.',
    other: 'Elle n’est montrée à personne et s’efface après {n} jours.',
  },
  text: 'Votre commentaire',
  textHint: (most) => `${most} caractères au plus. Une ligne vide commence un nouveau paragraphe.`,
  tell: 'Me prévenir par courriel s’il paraît ou reçoit une réponse',
  trap: 'Laissez ce champ vide',
  send: 'Envoyer le commentaire',

  faults: {
    noName: 'Écrivez le nom qui doit paraître au-dessus de votre commentaire.',
    longName: (most) => `Le nom est trop long : ${most} caractères au plus.`,
    noEmail: 'Pour être prévenu, écrivez votre adresse électronique, ou décochez la case.',
    wrongEmail: 'Ce n’est pas une adresse : écrivez-la comme nom@example.org, ou laissez-la vide.',
    noText: 'Écrivez votre commentaire.',
    longText: (most) => `Le commentaire est trop long : ${most} caractères au plus.`,
  },
  refused: 'Pas encore envoyé',
  stale: 'Ce formulaire est resté ouvert trop longtemps. Votre texte est ici : renvoyez-le, s’il vous plaît.',
  tooQuick: 'C’était très rapide. Votre texte est ici : relisez-le et renvoyez-le, s’il vous plaît.',
  tooOften: {
    one: 'Trop de commentaires sont venus de votre connexion. Renvoyez-le dans {n} minute, s’il vous plaît.',
    many: 'Trop de commentaires sont venus de votre connexion. Renvoyez-le dans {n} de minutes, s’il vous plaît.',
    other:
      'Trop de commentaires sont venus de votre connexion. Renvoyez-le dans {n} minutes, s’il vous plaît.',
  },
  crowded:
    'De très nombreux commentaires arrivent en ce moment. Renvoyez le vôtre plus tard, s’il vous plaît.',
  foreign: 'Ce formulaire est venu d’un autre site. Envoyez-le depuis le nôtre, s’il vous plaît.',

  received: 'Votre commentaire est arrivé',
  receivedText: 'Une personne va le lire. Il paraîtra sous la dépêche s’il est publié.',
  receivedMail:
    'Si vous avez demandé à être prévenu par courriel, consultez votre messagerie : la première fois, nous vous y demandons si vous le voulez bien.',
};
