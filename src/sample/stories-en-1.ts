import { about, h, hours, link, list, p, picture, quote, type Told, table, tell } from './sample-story.ts';
import { threadIn } from './sample-subjects.ts';
import { topicsIn } from './sample-topics.ts';

const topics = topicsIn('en');
const thread = threadIn('en');
const own = 'Lirven Telegraph Agency';
const drawing = 'Illustration: Lirven Telegraph Agency';

/** English, the last hours. */
export const storiesEn1: Told[] = [
  tell('en', {
    minutesAgo: 6,
    group: 'port-shifts',
    thread: thread('night-port'),
    section: 'economy',
    topics: topics('lirven-port', 'labour', 'trade'),
    dateline: 'Lirven',
    byline: 'Nora Ellick',
    credit: own,
    headline: 'Lirven dockers accept round-the-clock shifts, ending a nine-week overtime ban',
    lead: 'Crane crews at Velmar’s largest port voted by 812 to 305 for a three-shift system that lets ships unload at night for the first time since the container terminal was built.',
    body: [
      picture('harbour', {
        alt: 'Four cranes stand over a moored freighter at dusk, with a low sun behind the breakwater.',
        caption:
          'The container terminal at Lirven. Night work has been limited to emergencies since it was built.',
        credit: drawing,
      }),
      p(
        'Dock workers in Lirven have accepted a three-shift system for the city’s container terminal, ending an overtime ban that had left as many as 14 ships waiting outside the breakwater.',
      ),
      p(
        'The Harbour Workers’ Union said 812 members voted for the agreement and 305 against. The ban was lifted as soon as the count was announced in the old customs hall, and the first night crew is to start work next week.',
      ),
      p(
        'Under the agreement the terminal will hire 190 people, half of them as crane and lashing crews. Nobody may be rostered for more than four nights in a row, and a night hour will be paid at one and a half times the day rate.',
      ),
      quote(
        '“We did not win everything, and we did not sell our sleep,” said Jonas Meriel, who leads the union’s terminal branch. “There is a limit in writing now. Before, there was only a supervisor’s telephone.”',
      ),
      p(
        'The ',
        about('Port of Lirven', 'lirven-port'),
        ' handled 38,400 containers last month, a fifth fewer than in the month before the dispute. Three shipping lines moved part of their traffic to harbours further along the coast, and grain exporters in Mirsa stored wheat in rented sheds for want of a berth.',
      ),
      h('Queue to clear in three weeks'),
      p(
        'Harbour master Ines Kovarr said ships with food and medicine would be berthed first. She expects the queue to be gone in about three weeks if the weather holds.',
      ),
      p(
        'People who live above the docks are less pleased. A residents’ group in the Ropewalk quarter has asked the council for a limit on noise after 23:00 and for the quay lamps to be shaded. The council is to discuss both requests tomorrow.',
      ),
    ],
  }),
  tell('en', {
    minutesAgo: 48,
    group: 'ilmer-readings',
    thread: thread('ilmer-flood'),
    section: 'world',
    topics: topics('ilmer', 'floods', 'water'),
    dateline: 'Geneva',
    byline: 'Casper Voigtlin',
    credit: own,
    headline: 'Velmar and Tessaria to share river readings that once travelled by fax',
    lead: 'The two countries will exchange water levels on the Ilmer every ten minutes, giving towns downstream up to eleven hours’ more notice of a flood.',
    body: [
      picture('flood', {
        alt: 'A river seen from above winds through fields; a pale band on both banks marks the land it floods.',
        caption: 'The lower Ilmer and the land that it covers at its highest recorded level.',
        credit: drawing,
      }),
      p(
        'Velmar and Tessaria agreed today to share readings from 46 gauges on the river Ilmer, which rises in one country, floods the other and has been measured separately by both for almost a century.',
      ),
      p(
        'The agreement, reached in Geneva after four days of talks, replaces a protocol under which each side sent the other a page of figures once a day. Until two years ago the page went by fax.',
      ),
      p(
        'Readings will now pass between the two hydrological services every ten minutes. Engineers who tested the link on records of past floods found that Ostrel, the first large town below the border, would have been warned between seven and eleven hours earlier.',
      ),
      quote(
        '“A river does not stop at a desk to have its passport stamped,” said Mina Sarkand, the hydrologist who led Velmar’s delegation. “Eleven hours is the difference between carrying the furniture upstairs and carrying your grandmother.”',
      ),
      h('What was agreed'),
      list(
        'Levels and rainfall from 46 gauges, every ten minutes, free to both sides and to the public.',
        'A telephone line between the two dam control rooms, staffed day and night.',
        'Notice of at least 36 hours before more than 400 cubic metres a second is released from the Karsk dam.',
        'A joint flood map of the lower valley, to be finished next year.',
      ),
      p(
        'The talks left aside the harder question of how much water each country may take for irrigation. Tessaria’s delegate, Oskar Brandel, said his government wanted “to learn to trade numbers before we trade water”.',
      ),
      p(
        'The readings are to be published by both services and at ',
        link('the commission’s own site', 'https://example.org/ilmer-commission'),
        ' from next month.',
      ),
    ],
  }),
  tell('en', {
    minutesAgo: 75,
    group: 'gavrel-pass',
    section: 'region',
    topics: topics('mountain-roads', 'trade'),
    dateline: 'Kersen',
    byline: 'Ada Rhomberg',
    credit: own,
    headline: 'Gavrel Pass reopens to one lane of traffic, 23 days after rockslide',
    lead: 'Lorries may cross at set hours on Velmar’s highest main road, sparing drivers a detour of 310 kilometres, but a full reopening is months away.',
    body: [
      picture('pass', {
        alt: 'A road climbs in hairpins between dark rock and snowfields towards a notch in a mountain ridge.',
        caption: 'The road over the Gavrel Pass, which reaches 2,870 metres.',
        credit: drawing,
      }),
      p(
        'The Gavrel Pass reopened this morning to a single lane of traffic, 23 days after a rockslide buried 140 metres of the road between Kersen and the southern border.',
      ),
      p(
        'The first of 61 waiting lorries passed the barrier shortly after six o’clock behind a road service pick-up. Police said the crossing, usually twenty minutes, took just under an hour.',
      ),
      p(
        'Traffic will run uphill in even hours and downhill in odd ones, from six in the morning until eight in the evening. Vehicles over 28 tonnes and all vehicles with flammable loads must still take the coast road, a detour of 310 kilometres.',
      ),
      p(
        'Transport Minister Daria Venn, who walked across the repaired section yesterday, said the state had so far spent 6.2 million crowns on clearing the slide and pinning the slope above it. A gallery of concrete and timber is to shelter the road by the end of next year.',
      ),
      quote(
        '“I have slept twenty-two nights in this cab and I know every dog in Kersen by name,” said Ruben Tal, who was carrying ceramic tiles. “They are good dogs. I would like to see my own.”',
      ),
      p(
        'Geologists watch the slope with eleven tilt meters and a radar. If it moves by more than four millimetres in a day the road closes again without notice, said Bettina Orsk of the road service.',
      ),
    ],
  }),
  tell('en', {
    minutesAgo: hours(3) + 10,
    group: 'grain-halt',
    section: 'economy',
    topics: topics('grain', 'trade'),
    dateline: 'Mirsa',
    byline: 'Felix Andering',
    credit: own,
    headline: 'Mirsa grain exchange stops for 40 minutes after its price board freezes',
    lead: 'Traders went back to chalk while engineers replaced a failed clock; wheat closed slightly higher and no bargain was cancelled.',
    body: [
      picture('grain', {
        alt: 'Five sacks of different heights, each heaped with grain of another colour, before the arches of a hall.',
        caption:
          'Five grains are traded at Mirsa, where the exchange has stood beside the market since 1888.',
        credit: drawing,
      }),
      p(
        'The Mirsa grain exchange halted trading for 40 minutes this morning after its electronic price board froze on the previous evening’s figures, the exchange said.',
      ),
      p(
        'The fault was traced to a clock. A device that stamps each bid with the time had failed and its spare had been set to the wrong day, so that the board took every new price for an old one and refused it.',
      ),
      p(
        'Brokers noticed within a minute that maize had not moved, said Petar Lusk, the exchange’s director. He rang the brass bell that closes the floor, a rule that has not been used for six years.',
      ),
      table(
        ['Grain', 'Crowns a tonne', 'Change'],
        ['Milling wheat', '1,214', '+0.6 %'],
        ['Feed barley', '968', '+0.2 %'],
        ['Maize', '1,047', '−0.4 %'],
        ['Rye', '1,102', 'unchanged'],
        ['Oats', '1,188', '+1.1 %'],
      ),
      p(
        'While the board was dark, 23 bargains were written in chalk and witnessed by two clerks. All were entered in the books when trading resumed and none was disputed.',
      ),
      p(
        '“Chalk does not need a spare clock,” said Hanne Dorrit, a barley broker in her fortieth year on the floor. The exchange said it would keep the slates, and would test its spare clock every week.',
      ),
    ],
  }),
];
