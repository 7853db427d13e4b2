import { about, days, h, link, list, p, picture, quote, type Told, table, tell } from './sample-story.ts';
import { topicsIn } from './sample-topics.ts';

const topics = topicsIn('en');
const own = 'Lirven Telegraph Agency';
const drawing = 'Illustration: Lirven Telegraph Agency';

/** English, from two days to five weeks ago. */
export const storiesEn3: Told[] = [
  tell('en', {
    minutesAgo: days(2) + 95,
    group: 'wind',
    section: 'economy',
    topics: topics('wind-power', 'towns'),
    dateline: 'Halvek',
    byline: 'Felix Andering',
    credit: own,
    headline: 'Halvek’s wind cooperative pays its 2,900 owners for the first time',
    lead: 'A fishing town that lent itself the money for nine turbines will receive 84 crowns a share, and has voted to spend part of it on a tenth.',
    body: [
      picture('wind', {
        alt: 'White wind turbines stand in a curve along a headland above a striped green sea.',
        caption: 'Nine turbines follow the shore at Halvek; a tenth is to stand nearest the lighthouse.',
        credit: drawing,
      }),
      p(
        'The wind cooperative of Halvek, on Velmar’s north coast, is to pay its members a dividend for the first time in its seven years, after paying off the loan for its nine turbines eighteen months early.',
      ),
      p(
        'Each of the 34,000 shares earns 84 crowns. Shares cost 1,000 crowns when the town began to sell them in the fish hall; most of the 2,900 owners have ten or fewer.',
      ),
      p(
        'The turbines produced 71 gigawatt-hours of electricity last year, about a quarter more than Halvek used. The rest was sold to the grid at a price that rose by nine per cent.',
      ),
      p(
        'At a meeting that lasted until one in the morning, members voted to put a third of the surplus aside for a tenth machine. A proposal to spend it on a heated sea bath was lost by eleven votes.',
      ),
      quote(
        '“My father cursed the wind for forty years because it kept him in harbour,” said Runa Hald, who chairs the cooperative and mends nets. “I send it a greeting now.”',
      ),
      p(
        'Not everyone is content. Bird watchers want the two machines nearest the tern colony to stand still during the breeding season, as an agreement with the town provides; they say that this was forgotten on nine days. The cooperative apologised and has put the dates in its control software.',
      ),
    ],
  }),
  tell('en', {
    minutesAgo: days(4) + 210,
    section: 'science',
    topics: topics('wildlife', 'ilmer', 'lirven-port'),
    dateline: 'Lirven',
    byline: 'Ida Mornay',
    credit: own,
    headline: 'Sturgeon return to the lower Ilmer as ferries fall silent',
    lead: 'Microphones under the water counted 61 of the fish in six weeks, most of them at night, when the new battery ferries are the only boats about.',
    body: [
      p(
        'Sturgeon have been recorded in the lower Ilmer for the first time in 22 years, and researchers believe that quieter ferries are one reason.',
      ),
      p(
        'A team from the river station in Lirven hung 14 microphones below the surface and fitted 80 hatchery fish further upstream with small transmitters. Over six weeks the microphones heard 61 sturgeon pass, of which 44 carried no transmitter and so had found the river by themselves.',
      ),
      p(
        'The city replaced its last four diesel ferries two years ago. Below the waterline the battery boats make about as much noise as rain, according to measurements published last week in the bulletin of the station.',
      ),
      table(
        ['Stretch of river', 'Sturgeon heard', 'By night'],
        ['Breakwater to fish hall', '9', '8'],
        ['Fish hall to Old Bridge', '21', '17'],
        ['Old Bridge to Ostrel lock', '31', '24'],
      ),
      p(
        'Vera Linde, who leads the study, warned against drawing a straight line from engine to fish. A weir was also removed, and the summers have been wet. “The fish did not fill in a questionnaire,” she said.',
      ),
      p(
        'With the new night shifts at the ',
        about('container terminal', 'lirven-port'),
        ' still under negotiation, she has asked the port to keep one channel dark.',
      ),
    ],
  }),
  tell('en', {
    minutesAgo: days(9) + 320,
    section: 'region',
    topics: topics('health', 'towns'),
    dateline: 'Upper Kersen',
    byline: 'Ada Rhomberg',
    credit: own,
    headline: 'After six years of Tuesdays, a mountain valley has a doctor every day',
    lead: 'Upper Kersen’s 1,900 people had one surgery a week. The doctor who has moved there says that she was won over by a snow shovel.',
    body: [
      p(
        'A resident doctor has opened a practice in Upper Kersen, six years after the last one retired and left the valley with a surgery on one day a week.',
      ),
      p(
        'Tamsin Reyl, 36, came from a hospital in Lirven under a scheme that repays a quarter of a doctor’s student loan for each year spent in a place with none. Eleven of the country’s 17 vacant rural practices have been filled since it began last year.',
      ),
      p(
        'The village added what it could: a house at a peppercorn rent, a share in the cooperative dairy and, after her first visit, a snow shovel with her name burnt into the handle.',
      ),
      quote(
        '“In the city I was offered a parking space,” she said. “Here they had already assumed that I would be digging.”',
      ),
      p(
        'On her first day she saw 54 patients. Nine had complaints older than the scheme. One had walked two hours to ask whether it was true.',
      ),
      p(
        'The health ministry said that average travel time to a doctor in the district had fallen from 71 minutes to 19. For births and broken bones people will still go to Kersen, 40 kilometres away.',
      ),
    ],
  }),
  tell('en', {
    minutesAgo: days(17) + 45,
    section: 'culture',
    topics: topics('film', 'lirven-port'),
    dateline: 'Kersen',
    byline: 'Olive Marchetta',
    credit: 'Northern Stage Service',
    headline: 'Silent film about harbour pilots takes top prize at Kersen festival',
    lead: '“Slack Water” has no spoken word in its 94 minutes; the jury praised a film “that listens harder than most of us talk”.',
    body: [
      p(
        'A film without dialogue about the pilots who bring ships into Lirven has won the Copper Bell, the main prize of the Kersen film festival.',
      ),
      p(
        '“Slack Water”, the second feature by Irena Dahl, follows three pilots through one night on the roads outside the harbour. They climb rope ladders, drink from each other’s flasks, and steer by lamps. Nobody speaks; all the sound was recorded on board.',
      ),
      p('The festival, the twelfth, showed 58 films in nine days. The other prizes:'),
      list(
        'Best documentary: “The Weighing Room”, about the last clerk of a sugar works.',
        'Best performance: Teo Marin, in “Aunt Under Glass”.',
        'Best short film: “Nine Ways to Fold a Map”.',
        'Prize of the audience: “A Goat for the Minister”.',
      ),
      p(
        'Dahl, 33, was a deckhand for two summers before film school. She thanked the pilots, who sat in the fourth row in uniform and left before the dinner because the tide was turning.',
      ),
      p(
        'The film opens in Lirven next month. The pilots’ association has asked for a showing at four in the afternoon, “the only hour when most of us are ashore”.',
      ),
    ],
  }),
  tell('en', {
    minutesAgo: days(33) + 130,
    section: 'sport',
    topics: topics('cycling', 'ilmer'),
    dateline: 'Lirven',
    byline: 'Milo Sander',
    credit: own,
    headline: 'Novice of 19 wins Ilmer stage race on a bicycle with one working brake',
    lead: 'Pia Sorrel took the three-day race from source to sea by four seconds after a fall that left her with no front brake for the last 30 kilometres.',
    body: [
      p(
        'Pia Sorrel, in her first season as a senior, won the women’s Ilmer stage race by four seconds in Lirven, having ridden the last 30 kilometres with only a back brake.',
      ),
      p(
        'Sorrel, 19, began the final stage second, nine seconds behind Annik Vos. She fell on the wet cobbles of Ostrel, climbed back on with her front brake bent against the fork, and had a mechanic cut the cable.',
      ),
      p(
        'On the last climb, through the vineyards above the harbour, she went clear with Vos and held her off in the descent to the quay, which has six bends.',
      ),
      quote('“I could not brake, so I thought that I might as well steer,” she said.'),
      h('Final standings'),
      table(
        ['Rider', 'Team', 'Time'],
        ['Pia Sorrel', 'Ostrel Wheelers', '9 h 14 min 52 s'],
        ['Annik Vos', 'Halvek Coast', '+ 4 s'],
        ['Rosa Timmer', 'Lirven Tram', '+ 1 min 37 s'],
      ),
      p(
        'The organisers said they would look at the cobbles. Full results are on ',
        link('the race’s site', 'https://example.org/ilmer-race'),
        '.',
      ),
    ],
  }),
];
