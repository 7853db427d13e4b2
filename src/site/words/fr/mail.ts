import type { MailWords } from '../mail-words.ts';

export const mailFr: MailWords = {
  newsletters: 'Lettres d’information',
  newslettersText:
    'Ce que nous avons publié, par courriel, à l’heure qui vous convient. S’il n’y a rien de nouveau, rien n’est envoyé.',
  what: 'Ce que vous voulez lire',
  front: 'La une',
  onTopic: (name) => `Sujet : ${name}`,
  every: 'À quelle fréquence',
  often: {
    'at-once': 'aussitôt',
    daily: 'une fois par jour',
    weekly: (weekday) => `une fois par semaine, le ${weekday}`,
  },
  hour: 'À quelle heure',
  hourHint: (zone) => `À l’heure de l’agence, ${zone}.`,
  address: 'Votre adresse électronique',
  signUp: 'S’inscrire',
  promise:
    'Nous vous demandons d’abord par courriel si vous le voulez. Votre adresse ne sert qu’à cela ; personne ne compte ce que vous ouvrez ; chaque courriel contient un lien pour y mettre fin.',

  alert: 'Les nouveaux articles de cette recherche, par courriel',
  alertMe: 'Me les envoyer',

  asked: {
    title: 'Consultez votre messagerie',
    text: 'Un courriel part vers l’adresse indiquée, sauf si plusieurs y sont déjà allés aujourd’hui. Rien d’autre n’est envoyé avant que vous ayez confirmé par le lien qu’il contient, valable sept jours.',
  },
  wrongAddress: 'Aucun courriel ne peut être envoyé à cette adresse : écrivez-la comme nom@example.org.',
  wrongChoice: 'Ce choix n’est pas proposé : choisissez de nouveau.',
  nothingToFind: 'Il n’y a rien à guetter : cherchez d’abord quelques mots.',
  tooMany: 'Trop de demandes viennent de chez vous : réessayez dans une heure.',

  gone: {
    title: 'Ce lien n’est plus valable',
    text: 'Ce à quoi il menait a été effacé, ou n’a pas été confirmé dans les sept jours. Vous pouvez le demander de nouveau.',
  },
  confirm: {
    title: 'Voulez-vous recevoir ceci par courriel ?',
    text: 'L’envoi commence quand vous appuyez sur le bouton.',
  },
  confirmIt: 'Oui, envoyez-le-moi',
  confirmed: {
    title: 'Vous le recevrez',
    text: 'Vous le recevez désormais par courriel. Chaque courriel contient un lien pour le modifier ou y mettre fin.',
  },
  end: { title: 'Voulez-vous y mettre fin ?', text: 'Plus rien n’en sera envoyé.' },
  endIt: 'Y mettre fin',
  ended: { title: 'C’est terminé', text: 'Plus rien ne vous en sera envoyé.' },
  manage: 'Ce que vous recevez par courriel',
  manageText: (days) => `Quand le dernier envoi prend fin, votre adresse est effacée dans les ${days} jours.`,
  nothingLeft: 'Vous ne recevez rien de nous par courriel.',
  change: 'Modifier',
  changed: 'C’est modifié.',
  endAll: 'Mettre fin à tout',
  erase: 'Effacer mon adresse',
  eraseText: 'Met fin à tout et efface votre adresse aussitôt.',
  erased: { title: 'Votre adresse est effacée', text: 'Nous ne l’avons plus et n’y envoyons plus rien.' },

  alertFor: (question) => `les nouveaux articles pour la recherche « ${question} »`,
  newsletterOf: (agency) => `la lettre d’information de ${agency}`,
  newsletterOn: (topic, agency) => `la lettre d’information de ${agency} sur le sujet « ${topic} »`,
  ofEdition: (what, language) => `${what} (édition en ${language})`,
  alertsOf: (agency) => `les nouveaux articles de ${agency} pour une recherche`,
  commentsOf: (agency) => `des nouvelles de vos commentaires chez ${agency}`,

  why: (what) => `Vous l’avez demandé : ${what}.`,
  toManage: 'Modifier ce que vous recevez',
  toEnd: 'Y mettre fin',
  onceOnly: 'Ce courriel n’est envoyé qu’une fois. Votre adresse n’est pas gardée pour d’autres.',

  confirmSubject: (what) => `À confirmer : ${what}`,
  confirmText: (what, agency) =>
    `Quelqu’un a demandé à ${agency} d’envoyer ceci à votre adresse : ${what}. Était-ce vous ?`,
  confirmNot:
    'Si ce n’était pas vous, ne faites rien : plus rien n’est envoyé, et l’adresse est effacée au bout de sept jours.',
  ofComments: 'des nouvelles de vos commentaires : leur parution ou une réponse',
  commentsNot: 'Si ce n’était pas vous, ne faites rien : plus rien n’est envoyé.',
  neverAsk: {
    link: 'Ne plus jamais poser la question à cette adresse',
    question: {
      title: 'Ne plus jamais poser la question à cette adresse ?',
      text: 'Même si quelqu’un l’indique avec un commentaire, nous n’y enverrons plus ni question ni nouvelles d’un commentaire. L’adresse elle-même n’est pas conservée pour cela : il n’en reste qu’une empreinte, qui ne permet pas de la retrouver.',
    },
    button: 'Ne plus jamais demander',
    done: {
      title: 'Nous ne posons plus la question à cette adresse',
      text: 'Peu importe qui l’indique, nous n’y envoyons ni question ni nouvelles d’un commentaire. Si vous changez d’avis, ce même lien permet de l’autoriser de nouveau.',
    },
    again: 'L’autoriser de nouveau',
    allowed: {
      title: 'Nous pouvons de nouveau poser la question à cette adresse',
      text: 'Quand elle est indiquée avec un commentaire, nous demandons d’abord par courriel, comme avant.',
    },
  },
  alertTitle: (question) => `Du nouveau pour « ${question} »`,
  withdrawnSubject: 'Un article que nous vous avons envoyé a été retiré',
  withdrawnText: (day, code) =>
    `Le ${day}, nous vous avons envoyé l’article ${code}. Il a été retiré et son texte n’est plus publié. Merci de ne pas vous y fier ni de le transmettre.`,
  withdrawnLink: 'Ce qui se trouve à sa place',
  withdrawnNotice: 'Ce que nous en disons',
  comments: {
    published: {
      subject: 'Votre commentaire est publié',
      text: (story) => `Votre commentaire sur « ${story} » se lit désormais sous l’article.`,
    },
    answered: {
      subject: 'Une réponse à votre commentaire',
      text: (story) => `Votre commentaire sur « ${story} » a reçu une réponse.`,
    },
    rejected: {
      subject: 'Votre commentaire n’a pas été publié',
      text: (story) => `Nos modérateurs ont lu votre commentaire sur « ${story} » et ne l’ont pas publié.`,
    },
  },
  answeredBy: (name) => `${name} a écrit :`,
  toComment: 'Le lire sur la page',
  toStory: 'Vers l’article',
  dear: (name) => `Bonjour ${name},`,
  invitation: {
    subject: (agency) => `Votre invitation à la rédaction de ${agency}`,
    text: (agency) =>
      `Vous êtes invité à travailler à la rédaction de ${agency}. Ce lien vous permet de choisir votre mot de passe :`,
    until: (when) => `Il vaut une seule fois, jusqu’au ${when}.`,
  },
  accept: 'Accepter l’invitation',
  test: {
    subject: (agency) => `Un courriel d’essai de ${agency}`,
    text: 'Ce courriel a été envoyé depuis les réglages de la rédaction. Le lire, c’est savoir que les courriels partent.',
  },
};
