import type { RecordWords } from '../record-words.ts';

const listed = new Intl.ListFormat('fr', { type: 'conjunction' });

/** « Dépêche » is feminine, and so are the participles. */
export const recordFr: RecordWords = {
  acted: {
    publish: (by) => `Publiée par ${by}`,
    update: (by) => `Mise à jour par ${by}`,
    correct: (by) => `Rectifiée par ${by}`,
    hold: (by) => `Suspendue par ${by}`,
    release: (by) => `Rétablie par ${by}`,
    kill: (by) => `Annulée par ${by}`,
    redact: (by) => `Mots supprimés par ${by}`,
    withdraw: (by) => `Acte retiré par ${by}`,
  },
  imported: 'Importée',
  desk: 'la rédaction',
  reasons: {
    corrected: 'une erreur',
    clarified: 'un point obscur',
    refiled: 'un envoi défectueux',
    checking: 'vérification en cours',
    checked: 'vérification faite',
    legal: 'question juridique',
    'embargo-broken': 'embargo rompu',
    rights: 'droits de tiers',
    withdrawn: 'retrait par l’agence',
    inaccurate: 'inexactitude',
    duplicate: 'double publication',
    privacy: 'vie privée',
    safety: 'sécurité des personnes',
    mistaken: 'erreur de manipulation',
  },
  reason: (reason) => `Motif\u00a0: ${reason}`,
  fields: {
    headline: 'titre',
    lead: 'chapeau',
    body: 'texte',
    dateline: 'lieu',
    credit: 'source',
    byline: 'signature',
    section: 'rubrique',
    topics: 'sujets',
    subjects: 'thèmes',
    thread: 'dossier',
    note: 'mention',
  },
  and: (names) => listed.format(names),

  notices: 'Rectificatifs et modifications',
  labels: {
    corrected: 'Rectificatif',
    clarified: 'Précision',
    refiled: 'Nouvel envoi',
    updated: 'Mise à jour',
    withdrawn: 'Modification retirée',
    redacted: 'Suppression légale partielle',
  },
  sentences: {
    corrected: 'Cette dépêche contenait une erreur, qui a été rectifiée.',
    clarified: 'Cette dépêche manquait de clarté sur un point, qui a été précisé.',
    refiled: 'Cette dépêche avait été mal transmise\u00a0; elle a été envoyée de nouveau.',
    updated: 'Cette dépêche a été complétée.',
  },
  setBack: (when) =>
    `La modification du ${when} était une erreur\u00a0; les mots qui la précédaient sont rétablis.`,
  removed: (fields) => `Supprimé de cette dépêche et de toutes ses versions\u00a0: ${fields}.`,
  sentenceGone: (day, reason) =>
    `La mention qui se trouvait ici a été supprimée en application de la loi le ${day} (${reason}).`,
  correctedOn: (when) => `Rectifiée\u00a0: ${when}`,

  corrections: 'Rectificatifs',
  correctionsText:
    'Ce qui était faux ou obscur dans nos dépêches, et ce que nous avons retiré. Rien n’est modifié sans que ce soit dit.',
  noCorrections: 'Aucun rectificatif pour le moment.',
  correctionsFeed: (agency) => `${agency}\u00a0: rectificatifs`,

  history: 'Historique',
  historyOf: (code) => `Historique de la dépêche nº ${code}`,
  recordedOn: (when, by) =>
    `Enregistrée le ${when}\u00a0; l’heure antérieure est celle qui a été indiquée${by && ` par ${by}`}`,
  importedOn: (when, by) =>
    `Importée le ${when}\u00a0; l’heure antérieure est celle qui a été indiquée${by && ` par ${by}`}`,
  dueAt: (due, done) => `Prévue le ${due}, faite le ${done}`,
  onTime: (due) => `Programmée pour le ${due}`,
  replacedBy: (story) => `À sa place\u00a0: ${story}`,
  undid: (when) => `Annule l’acte du ${when}`,
  compare: 'Comparer',
  compareWith: (version) => `Comparer avec la version ${version}`,
  older: 'Version',
  newer: 'avec la version',

  compared: (older, newer) => `Version ${older} comparée à la version ${newer}`,
  sameVersion: 'C’est une seule et même version : choisissez-en deux.',
  noDifference: 'Les deux versions ont les mêmes mots.',
  unchanged: (fields) => `Sans changement\u00a0: ${fields}.`,
  onlyMarks:
    'Les mots sont les mêmes\u00a0; seuls des liens, des mises en relief ou d’autres marques diffèrent.',
  gone: 'supprimé\u00a0:',
  added: 'ajouté\u00a0:',
  wrongVersions: (newest) =>
    `On compare deux versions. Cette dépêche en a de 1 à ${newest} : nommez-en deux par leur numéro.`,

  versionLine: (version, when) => `Version ${version}, en vigueur à partir du ${when}`,
  versionHint: 'Cette page ne change jamais. La dépêche a pu être modifiée depuis.',
  toPresent: 'La dépêche telle qu’elle est aujourd’hui',
  toHistory: 'Historique de la dépêche',

  tombstones: {
    held: {
      title: 'Cette dépêche est suspendue',
      label: 'Suspendue',
      said: (when) => `Suspendue le ${when}`,
      text: 'Elle n’est pas visible pendant sa vérification. Revenez plus tard.',
    },
    killed: {
      title: 'Cette dépêche a été annulée',
      label: 'Annulée',
      said: (when) => `Annulée le ${when}`,
      text: 'Son texte n’est plus publié, dans aucune version.',
    },
    removed: {
      title: 'Cette dépêche a été supprimée en application de la loi',
      label: 'Suppression légale',
      said: (when) => `Supprimée en application de la loi le ${when}`,
      text: 'Son texte ne peut plus être publié, dans aucune version.',
    },
  },
  instead: 'À sa place',

  gap: (field, day, reason) => `${gapNames[field]} en application de la loi le ${day} (${reason})`,
  headlineGone: '[Titre supprimé]',
};

const gapNames = {
  headline: 'Titre supprimé',
  lead: 'Chapeau supprimé',
  body: 'Texte supprimé',
  dateline: 'Lieu supprimé',
  credit: 'Source supprimée',
  byline: 'Signature supprimée',
  section: 'Rubrique supprimée',
  topics: 'Sujets supprimés',
  subjects: 'Thèmes supprimés',
  thread: 'Dossier supprimé',
  note: 'Mention supprimée',
};
