import { usualDates } from '../../../editions/edition-dates.ts';
import type { Words } from '../catalogue.ts';
import type { In } from '../plurals.ts';
import { commentsFr } from './comments.ts';
import { mailFr } from './mail.ts';
import { pagesFr } from './pages.ts';
import { recordFr } from './record.ts';
import { searchFr } from './search.ts';
import { zonesFr } from './zones.ts';

/** French. No-break spaces stand before double punctuation. */
export const fr: In<'fr', Words> = {
  tag: 'fr',
  ...usualDates('fr'),
  zone: (offset) => (offset ? `UTC${offset}` : 'UTC'),
  fullDay: ({ weekday, day, month, year }) => `${weekday} ${first(day)} ${month} ${year}`,
  shortDay: ({ day, month, year }) => `${first(day)} ${month} ${year}`,
  dayOfYear: ({ day, month }) => `${first(day)} ${month}`,
  comma: ', ',

  sample: 'Un exemple : cette agence, ses personnages et ses dépêches sont inventés.',
  skip: 'Aller au texte',
  editions: 'Éditions',
  thisStory: 'Cette dépêche en',
  fronts: 'Accueils',
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
  results: { one: '{n} dépêche', many: '{n} de dépêches', other: '{n} dépêches' },
  moreThan: {
    one: 'Plus de {n} dépêche',
    many: 'Plus de {n} de dépêches',
    other: 'Plus de {n} dépêches',
  },
  resultsFor: (query) => `Recherche : ${query}`,
  nothingFound: 'Aucune dépêche trouvée.',
  nothingFoundHint: 'Essayez moins de mots, une période plus longue ou le numéro imprimé sur la dépêche.',

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
    withdraw: 'Modification retirée',
  },

  code: (code) => `Nº ${code}`,
  updated: (when) => `Mise à jour : ${when}`,
  topics: 'Sujets',
  subjects: 'Thèmes',
  thread: 'Dossier',
  threadSoFar: 'Le fil des événements',
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
  tooOften: 'Trop de demandes',
  tooOftenText:
    'Tant de demandes sont venues de votre connexion que celle-ci est restée sans réponse. Attendez une minute, s’il vous plaît.',
  broken: 'Quelque chose s’est cassé ici',
  brokenText: 'C’est notre faute et non la vôtre. Réessayez dans un instant, s’il vous plaît.',
  backHome: 'Vers l’accueil',

  proof: {
    proveIt: 'Le prouver',
    title: (code, version) => `N° ${code}, version ${version} : la preuve`,
    intro:
      'Chaque acte sur une dépêche est une feuille d’un journal qui ne peut que croître. Votre navigateur vérifie maintenant, par lui-même et sans se fier à cette page, que les mots de cette version sont ceux qui ont été enregistrés.',
    steps: {
      words:
        'Les mots et les faits de cette version, sur sa page et dans le registre, sont ceux auxquels sa feuille s’engage.',
      leaf: 'La feuille parle de cette dépêche et de cette version.',
      log: 'La feuille est dans le journal, à sa place.',
      head: 'La tête la plus récente du journal prolonge celle qui a couvert cette version la première.',
      signature: 'Les deux têtes sont signées de la clé de l’agence.',
      before: 'Le journal prolonge ce que ce navigateur en avait vu auparavant.',
    },
    notYet: 'Pas encore vérifié.',
    ok: 'Vérifié : c’est exact.',
    bad: 'Vérifié : ce n’est pas exact.',
    unknown: 'Ce navigateur ne peut pas le vérifier.',
    allOk: 'Prouvé. Cette version est bien ce qui a été enregistré.',
    someBad:
      'Non prouvé. Ce que montre ce site n’est pas ce que contient son registre : prévenez l’agence et gardez cette page.',
    someUnknown:
      'Prouvé autant que ce navigateur le peut : il ne connaît pas les signatures Ed25519. Un plus récent les connaît.',
    needsScript:
      'La vérification demande un script que votre navigateur n’exécute pas. Ci-dessous se trouve tout ce qu’il faut à un programme pour la faire.',
    insecure: 'Le navigateur ne vérifie que sur une page sécurisée (https).',
    failed: 'La preuve n’a pas pu être obtenue : réessayez.',
    byHand: 'Vérifier à la main',
    byHandText:
      'Le journal est servi au format C2SP tlog-tiles, les têtes sont des notes signées (Ed25519), un engagement est le SHA-256 d’un sel et du JSON canonique (RFC 8785) du nom et de la valeur d’un champ. Tout programme qui connaît ces formats peut vérifier.',
    leaf: (index) => `Feuille ${index}, en JSON canonique`,
    checkpoint: 'La tête signée la plus récente',
    keys: 'Clés',
    record: (size) => `Registre jusqu’à l’acte ${size}`,
  },

  past: {
    asOf: (when) => `Telle que les lecteurs l’avaient le ${when}.`,
    recorded: (when) => `Telle qu’elle figurait au registre le ${when}.`,
    toPresent: 'Telle qu’elle est maintenant',
    ask: 'Voir la dépêche telle qu’elle était un jour donné',
    day: 'Jour',
    show: 'Afficher',
    wrong:
      'Un moment du passé est un jour (2017-08-05) ou une heure avec son fuseau (2017-08-05T11:54:00Z) ; un seul peut être demandé.',
    notYet: {
      title: 'Pas encore publiée',
      said: {
        effective: (when) => `Le ${when}, cette dépêche n’était pas encore publiée.`,
        recorded: (when) => `Le ${when}, cette dépêche ne figurait pas encore au registre.`,
      },
      since: { effective: (day) => `Publiée le ${day}`, recorded: (day) => `Inscrite au registre le ${day}` },
    },
  },

  record: recordFr,
  zones: zonesFr,
  searching: searchFr,
  mail: mailFr,
  comments: commentsFr,
  around: pagesFr,
};

/** The first of a month is an ordinal in French. */
function first(day: string): string {
  return day === '1' ? '1er' : day;
}
