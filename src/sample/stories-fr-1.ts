import { about, h, hours, link, list, p, picture, quote, type Told, table, tell } from './sample-story.ts';
import { threadIn } from './sample-subjects.ts';
import { topicsIn } from './sample-topics.ts';

const topics = topicsIn('fr');
const thread = threadIn('fr');
const own = 'Agence télégraphique de Lirven';
const drawing = 'Illustration : Agence télégraphique de Lirven';

/** French, the last hours. */
export const storiesFr1: Told[] = [
  tell('fr', {
    minutesAgo: 11,
    group: 'ilmer-readings',
    thread: thread('ilmer-flood'),
    section: 'world',
    topics: topics('ilmer', 'floods', 'water'),
    dateline: 'Genève',
    byline: 'Casper Voigtlin',
    credit: own,
    headline: 'Le Velmar et la Tessarie partageront les mesures d’un fleuve qui voyageaient par télécopie',
    lead: 'Les deux pays échangeront toutes les dix minutes les niveaux de l’Ilmer. En cas de crue, les villes d’aval seront averties jusqu’à onze heures plus tôt.',
    body: [
      picture('flood', {
        alt: 'Un fleuve vu du ciel serpente entre les champs ; une bande claire, sur les deux rives, marque les terres inondables.',
        caption: 'Le cours inférieur de l’Ilmer et les terres qu’il recouvre à son plus haut niveau connu.',
        credit: drawing,
      }),
      p(
        'Le Velmar et la Tessarie ont décidé aujourd’hui de partager les relevés de 46 stations de mesure sur l’Ilmer, un fleuve qui naît dans l’un, inonde l’autre, et que chacun mesurait de son côté depuis près d’un siècle.',
      ),
      p(
        'L’accord, conclu à Genève après quatre jours de discussions, remplace un protocole selon lequel chaque partie envoyait à l’autre une page de chiffres par jour. Il y a deux ans encore, cette page partait par télécopie.',
      ),
      p(
        'Les relevés passeront désormais toutes les dix minutes d’un service hydrologique à l’autre. Les ingénieurs qui ont essayé la liaison sur les crues passées ont calculé qu’Ostrel, la première grande ville après la frontière, aurait été prévenue de sept à onze heures plus tôt.',
      ),
      quote(
        '« Un fleuve ne s’arrête pas au guichet pour faire tamponner son passeport », a dit Mina Sarkand, l’hydrologue qui conduisait la délégation du Velmar. « Onze heures, c’est la différence entre monter les meubles à l’étage et y monter sa grand-mère. »',
      ),
      h('Ce qui a été convenu'),
      list(
        'Niveaux et pluies de 46 stations, toutes les dix minutes, gratuits pour les deux parties et pour le public.',
        'Une ligne téléphonique entre les salles de commande des deux barrages, tenue jour et nuit.',
        'Un préavis d’au moins 36 heures avant tout lâcher de plus de 400 mètres cubes par seconde au barrage de Karsk.',
        'Une carte commune des zones inondables de la basse vallée, à achever l’an prochain.',
      ),
      p(
        'Les négociateurs ont laissé de côté une question plus difficile : la part d’eau que chaque pays peut prendre pour irriguer. Le délégué tessarien, Oskar Brandel, a dit que son gouvernement voulait « apprendre à échanger des chiffres avant d’échanger de l’eau ».',
      ),
      p(
        'Les deux services publieront les relevés à partir du mois prochain, de même que ',
        link('le site de la commission', 'https://example.org/ilmer-commission'),
        '.',
      ),
    ],
  }),
  tell('fr', {
    minutesAgo: 55,
    group: 'port-shifts',
    thread: thread('night-port'),
    section: 'economy',
    topics: topics('lirven-port', 'labour', 'trade'),
    dateline: 'Lirven',
    byline: 'Nora Ellick',
    credit: own,
    headline:
      'À Lirven, les dockers acceptent le travail de nuit et lèvent la grève des heures supplémentaires',
    lead: 'Par 812 voix contre 305, les équipes du premier port du Velmar ont approuvé les trois-huit. Les navires pourront décharger la nuit pour la première fois depuis la construction du terminal.',
    body: [
      picture('harbour', {
        alt: 'Quatre grues dominent un cargo à quai au crépuscule ; un soleil bas se couche derrière la jetée.',
        caption:
          'Le terminal à conteneurs de Lirven. Depuis sa construction, on n’y travaillait la nuit qu’en cas d’urgence.',
        credit: drawing,
      }),
      p(
        'Les dockers de Lirven ont accepté le travail en trois équipes au terminal à conteneurs. Ils mettent ainsi fin à neuf semaines de refus des heures supplémentaires, qui ont fait attendre jusqu’à 14 navires au large de la jetée.',
      ),
      p(
        'Selon le Syndicat des travailleurs du port, 812 membres ont voté pour l’accord et 305 contre. Le mouvement a été levé dès l’annonce du résultat, dans l’ancienne halle des douanes. La première équipe de nuit prendra son service la semaine prochaine.',
      ),
      p(
        'Le terminal embauchera 190 personnes, dont la moitié pour les grues et l’arrimage. Nul ne pourra travailler plus de quatre nuits de suite, et l’heure de nuit sera payée une fois et demie celle de jour.',
      ),
      quote(
        '« Nous n’avons pas tout obtenu, mais nous n’avons pas vendu notre sommeil », a dit Jonas Meriel, qui dirige la section du terminal. « La limite est écrite, cette fois. Avant, il n’y avait que le téléphone du chef d’équipe. »',
      ),
      p(
        'Le ',
        about('port de Lirven', 'lirven-port'),
        ' a traité 38 400 conteneurs le mois dernier, un cinquième de moins que le mois précédant le conflit. Trois compagnies ont détourné une partie de leur trafic, et des exportateurs de Mirsa ont dû louer des hangars pour leur blé.',
      ),
      p(
        'La commandante du port, Ines Kovarr, a annoncé que les navires chargés de vivres et de médicaments passeraient les premiers. Elle compte trois semaines pour résorber la file, si le temps le permet.',
      ),
      p(
        'Au-dessus des quais, on se réjouit moins. Des habitants du quartier de la Corderie demandent à la ville de limiter le bruit après 23 heures et de masquer les lampes. Le conseil en débattra demain.',
      ),
    ],
  }),
  tell('fr', {
    minutesAgo: hours(2) + 25,
    section: 'culture',
    topics: topics('heritage', 'labour'),
    dateline: 'Kersen',
    byline: 'Solène Aubrac',
    credit: own,
    headline: 'À Kersen, la dernière fonderie de cloches forme trois apprenties',
    lead: 'L’atelier, ouvert depuis 1764, n’avait plus de successeur. Il a reçu 212 candidatures, et sa liste d’attente dépasse désormais quatre ans.',
    body: [
      p(
        'La fonderie Harnisch, dernier atelier de cloches du Velmar, a coulé ce matin la première pièce signée par ses trois apprenties : une cloche de 48 kilos destinée à l’école de Haut-Kersen.',
      ),
      p(
        'Le maître fondeur, Lorenz Harnisch, 71 ans, avait prévu de fermer. Ses enfants sont l’un dentiste, l’autre marin. L’an dernier, il a affiché une annonce à la porte de l’atelier ; un voyageur l’a photographiée, et 212 lettres sont arrivées.',
      ),
      p(
        'Il a retenu une potière, une mécanicienne du chemin de fer et une violoncelliste. « La première connaît la terre, la deuxième le feu, la troisième entend ce qui ne va pas », explique-t-il. « Moi, je connaissais les trois, mais plus très bien les escaliers. »',
      ),
      h('Argile, crottin et patience'),
      p(
        'Le moule est fait d’argile, de poil de chèvre et de crottin de cheval, en couches qui sèchent pendant trois mois. La coulée dure quatre minutes. Il faut ensuite attendre deux jours avant de savoir.',
      ),
      quote(
        '« On gratte un peu, on frappe avec le doigt, et l’on entend une année de travail, bonne ou mauvaise », dit Maud Tierce, l’ancienne mécanicienne.',
      ),
      p(
        'L’atelier a des commandes pour plus de quatre ans, dont celle d’un carillon de 23 cloches pour la gare de Mirsa. La région paie la moitié des trois salaires jusqu’à la fin de l’apprentissage.',
      ),
    ],
  }),
  tell('fr', {
    minutesAgo: hours(4) + 5,
    group: 'grain-halt',
    section: 'economy',
    topics: topics('grain', 'trade'),
    dateline: 'Mirsa',
    byline: 'Felix Andering',
    credit: own,
    headline: 'Le tableau des prix se fige : la bourse aux grains de Mirsa s’arrête quarante minutes',
    lead: 'Les courtiers sont revenus à la craie pendant qu’on changeait une horloge en panne. Le blé a fini en légère hausse et aucun marché n’a été annulé.',
    body: [
      picture('grain', {
        alt: 'Cinq sacs de hauteurs inégales, chacun comble de grains d’une autre couleur, devant les arcades d’une halle.',
        caption: 'On négocie cinq céréales à Mirsa, où la bourse borde le marché depuis 1888.',
        credit: drawing,
      }),
      p(
        'La bourse aux grains de Mirsa a suspendu les échanges pendant quarante minutes ce matin : son tableau électronique restait bloqué sur les chiffres de la veille au soir.',
      ),
      p(
        'La panne venait d’une horloge. L’appareil qui date chaque offre s’était arrêté, et celui de secours était réglé sur un mauvais jour ; le tableau prenait donc chaque nouveau prix pour un ancien et le refusait.',
      ),
      p(
        'Les courtiers ont vu en moins d’une minute que le maïs ne bougeait plus, raconte Petar Lusk, le directeur. Il a sonné la cloche de cuivre qui ferme le parquet, ce qui n’était pas arrivé depuis six ans.',
      ),
      table(
        ['Céréale', 'Couronnes la tonne', 'Variation'],
        ['Blé tendre', '1 214', '+0,6 %'],
        ['Orge fourragère', '968', '+0,2 %'],
        ['Maïs', '1 047', '−0,4 %'],
        ['Seigle', '1 102', 'inchangé'],
        ['Avoine', '1 188', '+1,1 %'],
      ),
      p(
        'Pendant la panne, 23 marchés ont été écrits à la craie devant deux commis. Tous ont été portés aux livres à la reprise, et aucun n’a été contesté.',
      ),
      p(
        '« La craie n’a pas besoin d’horloge de secours », a dit Hanne Dorrit, courtière en orge, qui en est à sa quarantième année de parquet. La bourse gardera les ardoises et vérifiera son horloge de secours chaque semaine.',
      ),
    ],
  }),
];
