import {
  about,
  days,
  h,
  hours,
  link,
  p,
  picture,
  quote,
  steps,
  type Told,
  tell,
  years,
} from './sample-story.ts';
import { topicsIn } from './sample-topics.ts';

const topics = topicsIn('fr');
const own = 'Agence télégraphique de Lirven';
const drawing = 'Illustration : Agence télégraphique de Lirven';

/** French, from this morning back into the archive. */
export const storiesFr2: Told[] = [
  tell('fr', {
    minutesAgo: hours(9) + 15,
    group: 'observatory',
    section: 'science',
    topics: topics('astronomy'),
    dateline: 'Kersen',
    byline: 'Ida Mornay',
    credit: own,
    headline: 'Les plaques de verre d’un instituteur racontent 70 ans d’une étoile qui pâlit',
    lead: 'Quelque 4 100 photographies trouvées dans le grenier d’une école de montagne montrent qu’une étoile faible s’éteint à demi selon un rythme que les relevés modernes, trop jeunes, ne pouvaient pas voir.',
    body: [
      picture('observatory', {
        alt: 'La coupole ouverte d’un observatoire, sur une colline, sous des traînées d’étoiles qui tournent autour d’un point.',
        caption: 'L’observatoire de Kersen, où les plaques de l’instituteur ont été mesurées.',
        credit: drawing,
      }),
      p(
        'Des astronomes de l’observatoire de Kersen ont découvert une étoile dont l’éclat baisse d’un tiers tous les 26 ans, grâce à une caisse de plaques qu’un instituteur a exposées pendant une grande partie de sa vie.',
      ),
      p(
        'Anton Velk, qui enseignait le calcul à l’école de montagne de Haut-Kersen, a photographié pendant quatre décennies le même coin de ciel, chaque nuit claire ; deux élèves ont continué après sa mort. Les 4 100 plaques ont été retrouvées au grenier de l’école lors de la réfection du toit.',
      ),
      p(
        'L’étoile, que les catalogues ne désignent que par un numéro, faiblit pendant environ onze mois puis se rétablit. Des relevés automatiques avaient noté une de ces baisses et l’avaient prise pour un défaut de la caméra.',
      ),
      p(
        '« Une baisse est une erreur, deux une coïncidence, trois un article », dit Aron Keldt, qui dirige le groupe d’',
        about('astronomie', 'astronomy'),
        ' de Kersen. Son équipe suppose qu’un disque de poussière, entraîné par un compagnon invisible, passe devant l’étoile.',
      ),
      h('Un scanner et une couverture'),
      p(
        'Les plaques ont été mesurées dans une seule pièce, avec un scanner à plat et une couverture devant la fenêtre. Onze d’entre elles, fêlées, ont été lues dans leur pochette. Images et mesures sont ',
        link('accessibles à tous', 'https://example.org/velk-plates'),
        '.',
      ),
      p(
        'La prochaine baisse est attendue dans quatre ans. Les élèves de l’école ont demandé à prendre la première photographie.',
      ),
    ],
  }),
  tell('fr', {
    minutesAgo: hours(30),
    section: 'sport',
    topics: topics('rowing', 'ilmer'),
    dateline: 'Ostrel',
    byline: 'Bastien Corvel',
    credit: own,
    headline: 'Aviron : le huit d’Ostrel gagne d’un mètre et cède la coupe pour une bouée',
    lead: 'Les rameuses d’Ostrel ont passé la ligne en tête devant Lirven, puis signalé elles-mêmes qu’elles avaient touché une bouée. Leurs adversaires refusent le trophée.',
    body: [
      p(
        'Le huit féminin d’Ostrel a remporté hier la régate de l’Ilmer d’un mètre à peine, avant de demander lui-même aux juges de le déclasser.',
      ),
      p(
        'Sur les 2 000 mètres du parcours, Ostrel et Lirven ne se sont jamais éloignés de plus d’une demi-longueur. À 300 mètres de l’arrivée, l’aviron de la sixième rameuse d’Ostrel a effleuré une bouée. Aucun juge ne l’a vu.',
      ),
      quote(
        '« Nous l’avons toutes senti dans les pieds », a dit la barreuse, Élise Tamarin, 17 ans. « On ne rame pas six mois pour se raconter des histoires au retour. »',
      ),
      p(
        'Le règlement ne laissait pas de choix : contact, déclassement. Les juges ont attribué la coupe à Lirven, dont la capitaine, Johanna Wirt, l’a reposée sur la table.',
      ),
      p(
        '« Elles étaient devant avant la bouée et devant après », a-t-elle dit. Les deux équipages proposent de courir de nouveau samedi prochain, à six heures du matin, sans public et sans micro.',
      ),
      p(
        'La fédération a fait savoir qu’elle n’avait « pas de formulaire pour cela ». Elle enverra un juge et du café. La coupe passera la semaine dans la vitrine du boulanger.',
      ),
    ],
  }),
  tell('fr', {
    minutesAgo: days(2) + 230,
    group: 'wind',
    section: 'economy',
    topics: topics('wind-power', 'towns'),
    dateline: 'Halvek',
    byline: 'Felix Andering',
    credit: own,
    headline: 'À Halvek, la coopérative éolienne verse son premier dividende à 2 900 propriétaires',
    lead: 'Une ville de pêcheurs qui s’était prêté à elle-même l’argent de neuf éoliennes touchera 84 couronnes par part. Elle en consacrera une partie à une dixième machine.',
    body: [
      picture('wind', {
        alt: 'Des éoliennes blanches dessinent une courbe sur un cap, au-dessus d’une mer verte et striée.',
        caption: 'Neuf éoliennes suivent la côte à Halvek ; la dixième sera la plus proche du phare.',
        credit: drawing,
      }),
      p(
        'La coopérative éolienne de Halvek, sur la côte nord du Velmar, versera un dividende pour la première fois en sept ans d’existence. Elle a remboursé avec dix-huit mois d’avance l’emprunt de ses neuf éoliennes.',
      ),
      p(
        'Chacune des 34 000 parts rapporte 84 couronnes. Elles en coûtaient 1 000 lorsque la ville a commencé à les vendre dans la halle aux poissons ; la plupart des 2 900 propriétaires en ont dix ou moins.',
      ),
      p(
        'Les éoliennes ont produit l’an dernier 71 gigawattheures, un quart de plus environ que la consommation de Halvek. Le reste a été vendu au réseau, à un prix en hausse de 9 %.',
      ),
      p(
        'Réunis jusqu’à une heure du matin, les membres ont décidé de mettre de côté un tiers de l’excédent pour une dixième machine. L’idée d’en faire un bain de mer chauffé a été rejetée à onze voix près.',
      ),
      quote(
        '« Mon père a maudit le vent pendant quarante ans parce qu’il le retenait au port », dit Runa Hald, qui préside la coopérative et répare des filets. « Moi, je le salue. »',
      ),
      p(
        'Tout le monde n’est pas satisfait. Les ornithologues veulent que les deux machines les plus proches de la colonie de sternes s’arrêtent pendant la nidification, comme le prévoit un accord avec la ville ; on l’aurait oublié neuf jours durant. La coopérative s’est excusée et a inscrit les dates dans son logiciel de commande.',
      ),
    ],
  }),
  tell('fr', {
    minutesAgo: days(21) + 340,
    section: 'region',
    topics: topics('railways', 'towns'),
    dateline: 'Sarn',
    byline: 'Maxime Oriol',
    credit: 'Presse de Tessarie',
    headline: 'Un train de nuit pour 41 habitants : le hameau de Sarn gagne son arrêt',
    lead: 'La compagnie ne voulait pas s’arrêter pour si peu. Les habitants ont compté les voyageurs pendant un an, jour et nuit, et présenté leur cahier.',
    body: [
      p(
        'Le train de nuit entre Lirven et Mirsa s’arrêtera à Sarn à partir du mois prochain, pour la première fois depuis la réouverture de la ligne. Le hameau compte 41 habitants.',
      ),
      p(
        'La compagnie exigeait une moyenne de douze voyageurs par jour, chiffre qu’elle jugeait hors de portée. Les habitants se sont relayés pendant un an au bord de la route pour noter qui se rendait à pied, en charrette ou en voiture à la gare voisine, à neuf kilomètres.',
      ),
      p('Leur cahier, remis la semaine dernière, comporte 5 204 lignes. Il en ressort :'),
      steps(
        'que 14 personnes par jour prennent le train à la gare voisine en venant de Sarn ou des fermes d’alentour ;',
        'que quatre d’entre elles marchent ;',
        'que l’une d’elles transporte, chaque vendredi, une contrebasse.',
      ),
      p(
        '« Nous avons vérifié cent lignes au hasard », a reconnu Thea Mallin, directrice des horaires. « Toutes étaient exactes, y compris la contrebasse. »',
      ),
      p(
        'L’arrêt se fera à la demande, sur un quai de bois de 40 mètres. Il coûtera deux minutes au train et 86 000 couronnes à la région.',
      ),
    ],
  }),
  tell('fr', {
    minutesAgo: years(3.1),
    section: 'culture',
    topics: topics('libraries', 'heritage'),
    dateline: 'Lirven',
    byline: 'Solène Aubrac',
    credit: own,
    headline: 'Un livre rendu avec 83 ans de retard, et sa réponse dans la marge',
    lead: 'Une famille de Lirven a rapporté à la Bibliothèque nationale un traité de navigation emprunté par un aïeul. Un second lecteur y avait laissé une question.',
    body: [
      p(
        'La Bibliothèque nationale de Lirven a repris hier un traité de navigation sorti de ses rayons il y a 83 ans. La famille qui l’a rapporté l’avait trouvé derrière une cuisinière.',
      ),
      p(
        'L’emprunteur, un mousse de seize ans nommé Valentin Roque, devait passer un examen de pilote. Il l’a réussi, a pris la mer le lendemain et n’a pas eu le temps de repasser au comptoir.',
      ),
      p(
        'Au chapitre des courants, un lecteur précédent avait écrit au crayon : « Et si la brume tombe à la renverse de la marée ? » Valentin Roque a répondu dessous, à l’encre, dix ans plus tard : « On attend, et on chante pour les autres. »',
      ),
      quote(
        '« C’est une faute d’écrire dans nos livres », a dit la directrice, Leila Varasti. « Je suis heureuse qu’ils l’aient commise tous les deux. »',
      ),
      p(
        'L’amende, selon le tarif d’alors, s’élèverait à 303 couronnes. La bibliothèque y a renoncé, et la famille a offert la cuisinière au musée du port.',
      ),
    ],
  }),
];
