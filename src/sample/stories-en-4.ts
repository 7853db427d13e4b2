import {
  about,
  days,
  h,
  link,
  p,
  picture,
  quote,
  steps,
  type Told,
  table,
  tell,
  years,
} from './sample-story.ts';
import { threadIn } from './sample-subjects.ts';
import { topicsIn } from './sample-topics.ts';

const topics = topicsIn('en');
const thread = threadIn('en');
const own = 'Lirven Telegraph Agency';
const drawing = 'Illustration: Lirven Telegraph Agency';

/** English, from the archive. */
export const storiesEn4: Told[] = [
  tell('en', {
    minutesAgo: days(76) + 400,
    section: 'economy',
    topics: topics('railways', 'grain', 'trade'),
    dateline: 'Mirsa',
    byline: 'Felix Andering',
    credit: own,
    headline: 'Rebuilt Mirsa railway carries its millionth tonne, four months early',
    lead: 'The 212-kilometre line that was closed for a generation now takes a third of the plain’s grain to the sea, and is asking for more wagons.',
    body: [
      p(
        'The railway between Mirsa and the port of Lirven has carried its millionth tonne of freight since it reopened, four months earlier than its builders forecast.',
      ),
      p(
        'The wagon that tipped the balance held 58 tonnes of milling wheat and left Mirsa shortly after five on Tuesday morning. Station staff had chalked a sheaf on its door.',
      ),
      p(
        'The line was shut for 24 years, during which grain went by road. The roads authority estimates that the trains now save some 300 lorry journeys a day at the busiest time, and has postponed the widening of two bridges.',
      ),
      table(
        ['Cargo', 'Tonnes', 'Share'],
        ['Grain and flour', '641,000', '64 %'],
        ['Stone and cement', '188,000', '19 %'],
        ['Containers', '123,000', '12 %'],
        ['Other', '48,000', '5 %'],
      ),
      p(
        'Success has made the line late. One train in five arrived more than half an hour behind time last month because there is a single passing loop between Mirsa and the hills. A second is to be laid at Sarn.',
      ),
      p(
        '“I asked for a railway and I was given one,” said Odile Karras, whose family has farmed near Sarn for five generations. “Now I ask for wagons. You see how it goes.”',
      ),
    ],
  }),
  tell('en', {
    minutesAgo: days(204) + 90,
    group: 'flood',
    thread: thread('ilmer-flood'),
    section: 'region',
    topics: topics('floods', 'ilmer', 'towns'),
    dateline: 'Ostrel',
    byline: 'Jakob Tenning',
    credit: own,
    headline: 'Ilmer falls below danger mark in Ostrel and the Old Bridge opens to walkers',
    lead: 'The river dropped by 1.4 metres in a day. Some 2,300 people may go home, but not drink from their taps until the wells are tested.',
    body: [
      picture('bridge', {
        alt: 'A stone bridge of five arches over a high brown river, with a few people crossing.',
        caption: 'The Old Bridge in Ostrel stood in water up to the springing of its arches.',
        credit: drawing,
      }),
      p(
        'The ',
        about('Ilmer', 'ilmer'),
        ' fell below the danger mark in Ostrel early this morning, five days after it rose over the quay, and the town’s Old Bridge was opened to people on foot.',
      ),
      p(
        'The gauge at the mill showed 5.1 metres at seven o’clock, down from 6.5 the day before and from a peak of 7.24, the second highest since records began in 1893. The highest, 7.31 metres, was reached in 1931.',
      ),
      p(
        'About 2,300 people had left their homes, most of them for the sports hall and the sugar works. Nobody was killed; a fireman broke his leg when a landing stage gave way.',
      ),
      quote(
        '“The water came in by the front door, looked round and went out through the piano,” said Berthe Lanning, a music teacher in Mill Street.',
      ),
      h('Before you go home'),
      steps(
        'Have the electricity checked before switching it on; crews with yellow armbands do this without charge.',
        'Boil no water from the tap: use the tankers in the square until the wells have been tested.',
        'Photograph the damage, with a ruler against the wall, before clearing up.',
        'Leave wet furniture at the kerb; it will be taken away every afternoon.',
      ),
      p(
        'Divers are to look at the footings of the bridge tomorrow. Until they have done so it stays closed to vehicles, and buses turn at the station. The council’s ',
        link('list of open roads', 'https://example.org/ostrel-roads'),
        ' is renewed every hour.',
      ),
    ],
  }),
  tell('en', {
    minutesAgo: years(1.6),
    section: 'science',
    topics: topics('earthquakes', 'towns'),
    dateline: 'Lirven',
    byline: 'Ida Mornay',
    credit: 'Tessaria Press',
    headline: 'Old telephone cable turned into 90 kilometres of earthquake sensor',
    lead: 'Light sent through a disused line under the hills felt 412 tremors in three months, eleven times as many as the instruments above it.',
    body: [
      p(
        'Geophysicists have turned a disused telephone cable between Lirven and the Tessarian border into an instrument that feels the ground move along its whole length.',
      ),
      p(
        'A laser at one end sends ten thousand pulses a second through a spare fibre. Where the earth stretches the glass by less than a millionth of a millimetre a little of the light comes back changed, and the delay tells where.',
      ),
      p(
        'In three months the line recorded 412 tremors. The seven seismometers in the same hills recorded 37 of them. The strongest had a magnitude of 3.1 and rattled cups.',
      ),
      p(
        'It also recorded everything else: buses, a quarry, the bells of two churches and, last month, the crowd at a football match. Removing these took longer than the measurement.',
      ),
      quote(
        '“We know to the second when the equaliser was scored,” said Ravik Osten of the geological survey. “It was a magnitude of about one half.”',
      ),
      p(
        'The survey hopes to use five more cables and to give hospitals and railways several seconds of warning. Telephone companies have asked who would own what their cables hear.',
      ),
    ],
  }),
  tell('en', {
    minutesAgo: years(5.9),
    section: 'region',
    topics: topics('heritage', 'lirven-port', 'towns'),
    dateline: 'Lirven',
    byline: 'Clara Wennig',
    credit: own,
    headline: 'Lirven keeps its noon gun, but moves it eleven minutes',
    lead: 'An astronomer’s letter showed that the harbour gun has been fired early since a clock was mended in 1922. The council took two hours to decide what to do about it.',
    body: [
      p(
        'The noon gun of Lirven will be fired at noon. From the first day of next month a blank charge will sound over the harbour at twelve o’clock exactly, and not, as it has for most of living memory, at eleven minutes to.',
      ),
      p(
        'The error came to light last month when Edda Fenn, a student of astronomy, measured the shadow of the signal mast for a seminar. She found in the harbour archive that the gunner’s clock had been set by a ship’s chronometer after a repair in 1922, and that the ship had come from further east.',
      ),
      p(
        'The council debated for two hours. Shopkeepers said that the whole old town sat down to lunch by the gun, and a school that its bell was set by it. An alderman proposed to leave the gun alone and to declare noon to be early in Lirven. He lost by 14 votes to 12.',
      ),
      quote(
        '“I have been wrong every day for nineteen years, and always at the same time,” said the gunner, Wendel Pfau. “There are not many people who can say that.”',
      ),
      p(
        'As a concession, the gun will be fired at both times for a week. Dog owners have been advised in writing.',
      ),
    ],
  }),
];
