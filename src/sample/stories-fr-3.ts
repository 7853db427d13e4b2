import { days, h, hours, link, p, picture, quote, steps, type Told, tell } from './sample-story.ts';
import { threadIn } from './sample-subjects.ts';
import { topicsIn } from './sample-topics.ts';

const topics = topicsIn('fr');
const thread = threadIn('fr');
const own = 'Agence télégraphique de Lirven';
const drawing = 'Illustration : Agence télégraphique de Lirven';

/** French, told in every edition. */
export const storiesFr3: Told[] = [
  tell('fr', {
    minutesAgo: 88,
    group: 'gavrel-pass',
    section: 'region',
    topics: topics('mountain-roads', 'trade'),
    dateline: 'Kersen',
    byline: 'Ada Rhomberg',
    credit: own,
    headline: 'Le col de Gavrel rouvre sur une voie, 23 jours après l’éboulement',
    lead: 'Les camions franchissent à heures fixes la plus haute grande route du Velmar et s’épargnent un détour de 310 kilomètres. La réouverture complète prendra des mois.',
    body: [
      picture('pass', {
        alt: 'Une route monte en lacets entre la roche sombre et les névés vers une échancrure de la crête.',
        caption: 'La route du col de Gavrel, qui atteint 2 870 mètres.',
        credit: drawing,
      }),
      p(
        'Le col de Gavrel a rouvert ce matin sur une seule voie, 23 jours après l’éboulement qui avait enseveli 140 mètres de chaussée entre Kersen et la frontière du sud.',
      ),
      p(
        'Le premier des 61 camions en attente a passé la barrière peu après six heures, derrière un véhicule du service des routes. La traversée, d’ordinaire de vingt minutes, a duré un peu moins d’une heure, selon la police.',
      ),
      p(
        'On monte aux heures paires et l’on descend aux heures impaires, de six heures à vingt heures. Les véhicules de plus de 28 tonnes et les chargements inflammables restent sur la route côtière.',
      ),
      p(
        'La ministre des Transports, Daria Venn, qui a parcouru hier à pied le tronçon réparé, a chiffré à 6,2 millions de couronnes le déblaiement et l’ancrage de la pente. Une galerie de béton et de bois abritera la chaussée à la fin de l’an prochain.',
      ),
      quote(
        '« J’ai dormi vingt-deux nuits dans cette cabine et je connais tous les chiens de Kersen par leur nom », a dit Ruben Tal, qui transportait du carrelage. « Ce sont de bons chiens. J’aimerais revoir le mien. »',
      ),
      p(
        'Onze inclinomètres et un radar surveillent la pente. Au-delà de quatre millimètres en un jour, la route fermera sans préavis, a prévenu Bettina Orsk, du service des routes.',
      ),
    ],
  }),
  tell('fr', {
    minutesAgo: hours(6) + 2,
    group: 'cup-final',
    section: 'sport',
    topics: topics('football'),
    dateline: 'Ostrel',
    byline: 'Milo Sander',
    credit: own,
    headline: 'Football : Harbour en finale de coupe après 31 ans, à dix et avec un gardien prêté',
    lead: 'Les Lirvenois ont perdu un homme au bout d’une demi-heure à Ostrel, mais tenu le match nul et vierge qui les qualifie, 2–1 sur les deux rencontres.',
    body: [
      picture('pitch', {
        alt: 'Un terrain de football vu d’en haut, tondu en bandes, avec les longues ombres des joueurs.',
        caption: 'Le terrain d’Ostrel, dont Harbour a défendu une moitié pendant une heure.',
        credit: drawing,
      }),
      p(
        'Lirven Harbour disputera la finale de la coupe pour la première fois depuis 31 ans, grâce à un 0–0 sur le terrain d’Ostrel Mills dont il a joué une heure à dix.',
      ),
      p(
        'Vainqueur 2–1 à l’aller, le club s’est présenté sans aucun de ses gardiens, l’un ayant un doigt cassé, l’autre une sœur à marier, et avec Emil Kastner, 41 ans, prêté pour un seul match.',
      ),
      p(
        'Marchand de vélos, absent de la première division depuis cinq ans, Kastner a arrêté neuf tirs. Le plus beau, à la 88e minute, fut une tête du capitaine adverse, Luka Brandt, détournée sur la barre.',
      ),
      quote(
        '« J’avais dit à mes clients que j’ouvrirais à dix heures », a-t-il confié. « Pour les freins, ils patienteront. »',
      ),
      p(
        'En finale, au stade national, Harbour retrouvera le tenant, le Cheminot de Kersen. Ses 11 500 places seront en vente demain aux deux guichets du club et, pour la première fois, par téléphone.',
      ),
    ],
  }),
  tell('fr', {
    minutesAgo: hours(14) + 25,
    group: 'library',
    section: 'culture',
    topics: topics('libraries', 'heritage'),
    dateline: 'Lirven',
    byline: 'Clara Wennig',
    credit: own,
    headline: 'La Bibliothèque nationale garde ses lampes allumées jusqu’à deux heures du matin',
    lead: 'Boulangers, infirmières et étudiants le demandaient depuis onze ans. La première nuit, 240 des 260 places de la salle de Lirven étaient prises.',
    body: [
      picture('library', {
        alt: 'Des rangées de tables à lampes vertes, sous de hautes fenêtres cintrées et des galeries de livres.',
        caption: 'La grande salle de lecture offre 260 places sous un plafond de liège peint.',
        credit: drawing,
      }),
      p(
        'La grande salle de la Bibliothèque nationale, à Lirven, est restée ouverte la nuit dernière jusqu’à deux heures, pour la première fois, et presque tous les sièges étaient occupés.',
      ),
      p(
        'L’essai durera un an, quatre nuits par semaine. Neuf bibliothécaires de nuit ont été engagés, dont trois conducteurs de tramway à la retraite, et une porte latérale a été ouverte pour que les alarmes du reste du bâtiment demeurent branchées.',
      ),
      p(
        'La première pétition fut remise il y a onze ans par les ouvriers de la boulangerie de la Corderie, qui prennent leur service à trois heures. Elle revenait chaque printemps, plus longue ; la dernière portait 6 240 noms.',
      ),
      quote(
        '« En faisant les comptes, nous pensions aux étudiants », a dit la directrice, Leila Varasti. « Puis j’ai regardé les tables : deux infirmières, un poissonnier, un homme qui apprenait le finnois et la grand-mère de quelqu’un, plongée dans le cadastre. »',
      ),
      p(
        'L’État et la ville se partagent le coût, 1,3 million de couronnes par an. Le thé est admis en bouteille fermée ; l’interdiction de chuchoter est maintenue.',
      ),
    ],
  }),
  tell('fr', {
    minutesAgo: days(204) + 130,
    group: 'flood',
    thread: thread('ilmer-flood'),
    section: 'region',
    topics: topics('floods', 'ilmer', 'towns'),
    dateline: 'Ostrel',
    byline: 'Jakob Tenning',
    credit: own,
    headline: 'À Ostrel, l’Ilmer repasse sous la cote d’alerte et le Vieux Pont rouvre aux piétons',
    lead: 'Le fleuve a baissé de 1,4 mètre en un jour. Quelque 2 300 personnes peuvent rentrer chez elles, mais sans boire au robinet avant l’analyse des puits.',
    body: [
      picture('bridge', {
        alt: 'Un pont de pierre à cinq arches au-dessus d’un fleuve haut et brun, traversé par quelques passants.',
        caption: 'Le Vieux Pont d’Ostrel a eu les pieds dans l’eau jusqu’à la naissance des arches.',
        credit: drawing,
      }),
      p(
        'L’Ilmer est repassé tôt ce matin sous la cote d’alerte à Ostrel, cinq jours après avoir débordé sur le quai, et le Vieux Pont de la ville a été rouvert aux piétons.',
      ),
      p(
        'L’échelle du moulin marquait 5,1 mètres à sept heures, contre 6,5 la veille et 7,24 au plus fort, deuxième hauteur relevée depuis le début des mesures, en 1893. Le record, 7,31 mètres, date de 1931.',
      ),
      p(
        'Environ 2 300 habitants avaient quitté leur maison, la plupart pour la salle de sport et la sucrerie. Il n’y a pas eu de mort ; un pompier s’est cassé la jambe quand un ponton a cédé.',
      ),
      quote(
        '« L’eau est entrée par la grande porte, elle a regardé autour d’elle et elle est ressortie par le piano », a dit Berthe Lanning, professeure de musique rue du Moulin.',
      ),
      h('Avant de rentrer chez soi'),
      steps(
        'Faire vérifier l’électricité avant de la rétablir : des équipes à brassard jaune s’en chargent gratuitement.',
        'Ne pas se contenter de bouillir l’eau du robinet : la prendre aux citernes de la place.',
        'Photographier les dégâts, une règle contre le mur, avant de nettoyer.',
      ),
      p(
        'Des plongeurs examineront demain les fondations ; d’ici là, aucun véhicule ne passera. La ',
        link('liste des routes ouvertes', 'https://example.org/ostrel-roads'),
        ' est renouvelée toutes les heures.',
      ),
    ],
  }),
];
