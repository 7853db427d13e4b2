import { about, h, hours, link, list, p, picture, quote, steps, type Told, tell } from './sample-story.ts';
import { threadIn } from './sample-subjects.ts';
import { topicsIn } from './sample-topics.ts';

const topics = topicsIn('en');
const thread = threadIn('en');
const own = 'Lirven Telegraph Agency';
const drawing = 'Illustration: Lirven Telegraph Agency';

/** English, from this morning to two days ago. */
export const storiesEn2: Told[] = [
  tell('en', {
    minutesAgo: hours(5) + 4,
    group: 'cup-final',
    section: 'sport',
    topics: topics('football'),
    dateline: 'Ostrel',
    byline: 'Milo Sander',
    credit: own,
    headline: 'Harbour reach first cup final in 31 years with ten men and a borrowed goalkeeper',
    lead: 'Lirven Harbour lost a man after half an hour in Ostrel but held on for a goalless draw that took them through 2–1 over two legs.',
    body: [
      picture('pitch', {
        alt: 'A football pitch seen from straight above, mown in stripes, with long shadows of the players.',
        caption: 'Ostrel’s ground, where Harbour defended one half of the pitch for an hour.',
        credit: drawing,
      }),
      p(
        'Lirven Harbour are in the cup final for the first time in 31 years after a goalless draw at Ostrel Mills that they played for an hour with ten men.',
      ),
      p(
        'Harbour had won the first leg 2–1 last week. They came to Ostrel without either of their goalkeepers, one with a broken finger and one at his sister’s wedding, and with 41-year-old Emil Kastner on loan for a single match.',
      ),
      p(
        'Kastner, who keeps a bicycle shop and had not played in the first division for five years, made nine saves. The best came in the 88th minute, when he turned a header from Ostrel captain Luka Brandt on to the bar.',
      ),
      quote(
        '“I told my customers that I would open at ten,” Kastner said. “They will have to be patient about their brakes.”',
      ),
      p(
        'Defender Sami Orlan was sent off in the 31st minute for a second foul from behind. From then on Ostrel had two thirds of the ball and 24 shots, but only six on target.',
      ),
      p(
        'Harbour meet the holders, Kersen Railway, in the national stadium. Their share of the seats, 11,500, goes on sale tomorrow at the club’s two windows and, for the first time, by telephone.',
      ),
    ],
  }),
  tell('en', {
    minutesAgo: hours(8) + 20,
    group: 'observatory',
    section: 'science',
    topics: topics('astronomy'),
    dateline: 'Kersen',
    byline: 'Ida Mornay',
    credit: own,
    headline: 'A schoolteacher’s glass plates give astronomers 70 years of a dimming star',
    lead: 'Some 4,100 photographs found in the attic of a mountain school show that a faint star has been fading in a regular rhythm that modern surveys were too young to see.',
    body: [
      picture('observatory', {
        alt: 'The open dome of an observatory on a hill under a sky of star trails that circle one point.',
        caption: 'The observatory above Kersen, where the teacher’s plates were measured.',
        credit: drawing,
      }),
      p(
        'Astronomers at the Kersen observatory have found a star that dims by a third every 26 years, thanks to a box of photographic plates that a village teacher exposed through most of his life.',
      ),
      p(
        'Anton Velk, who taught arithmetic at the mountain school in Upper Kersen, photographed the same patch of sky on every clear night for four decades; two pupils went on after his death. The 4,100 plates were discovered in the school’s attic when its roof was mended.',
      ),
      p(
        'The star, listed in catalogues only by a number, fades for about eleven months and then recovers. Automatic surveys had caught one such dip and taken it for a fault in the camera.',
      ),
      p(
        '“One dip is an error, two are a coincidence, and three are a paper,” said Aron Keldt, who leads the ',
        about('astronomy', 'astronomy'),
        ' group in Kersen. His team thinks that a disc of dust, carried round by an unseen companion, passes in front of the star.',
      ),
      h('A flatbed scanner and a blanket'),
      p(
        'The plates were measured in one room with a flatbed scanner and a blanket over the window. Eleven cracked ones were read in their sleeves. All the images and brightness figures are ',
        link('open to anyone', 'https://example.org/velk-plates'),
        '.',
      ),
      p('The next fading is due in four years. Pupils of the school have asked to take the first picture.'),
    ],
  }),
  tell('en', {
    minutesAgo: hours(13) + 35,
    group: 'library',
    section: 'culture',
    topics: topics('libraries', 'heritage'),
    dateline: 'Lirven',
    byline: 'Clara Wennig',
    credit: own,
    headline: 'National Library leaves its lamps on: reading room to stay open until 2 a.m.',
    lead: 'Bakers, nurses and students asked for it for eleven years. On its first night the hall in Lirven filled 240 of its 260 seats.',
    body: [
      picture('library', {
        alt: 'Rows of reading tables with green lamps under tall arched windows and galleries of books.',
        caption: 'The great reading room has 260 seats under a ceiling of painted cork.',
        credit: drawing,
      }),
      p(
        'The great reading room of the National Library in Lirven stayed open until two in the morning for the first time last night, and almost every seat was taken.',
      ),
      p(
        'The library will keep the new hours on four nights a week for a trial year. It has hired nine night librarians, three of them retired tram drivers, and opened a side entrance so that alarms in the rest of the building can remain on.',
      ),
      p(
        'A petition for a night room was first handed in eleven years ago by workers of the Ropewalk bakery, who start at three. It came back every spring, each time with more names; the last one had 6,240.',
      ),
      quote(
        '“We thought of students when we did the sums,” said Leila Varasti, the library’s director. “Then I looked along the tables and saw two nurses, a fishmonger, a man learning Finnish and somebody’s grandmother with the land registry.”',
      ),
      p(
        'The cost, 1.3 million crowns a year, is shared by the state and the city. Readers may bring tea in a closed flask; the reading room’s rule against whispering stays.',
      ),
      p(
        'Books from the closed stacks can be ordered until midnight. The request most often made on the first night was for tide tables.',
      ),
    ],
  }),
  tell('en', {
    minutesAgo: hours(19),
    section: 'region',
    topics: topics('towns', 'farming'),
    dateline: 'Ostrel',
    byline: 'Jakob Tenning',
    credit: own,
    headline: 'Ostrel to vote on whether its market should cross the river',
    lead: 'The council wants stalls on the east bank, where the car park floods less. Stallholders say that customers do not cross bridges for onions.',
    body: [
      p(
        'Voters in Ostrel will decide next month whether the town’s market, held on the same square since the 16th century, should move to the other side of the Ilmer.',
      ),
      p(
        'The square has been under water four times in ten years. After the latest flood the insurers of 37 stalls asked for premiums that, according to the stallholders’ guild, “would turn every tomato into a jewel”.',
      ),
      p(
        'The council’s plan would put a roofed market on the site of the sugar works on the east bank, three metres higher, at a cost of 9.8 million crowns. A count last year found that seven in ten shoppers live on the west bank.',
      ),
      p('The ballot will offer three answers:'),
      steps(
        'Move the whole market to the east bank within two years.',
        'Keep it in the square and build a wall of removable flood boards.',
        'Hold it in the square on four days and across the river on two.',
      ),
      p(
        'Mayor Greta Hollin has promised to respect a majority of one. “I buy my onions on both sides,” she said. “I have been advised to say no more than that.”',
      ),
    ],
  }),
  tell('en', {
    minutesAgo: hours(27),
    thread: thread('night-port'),
    section: 'world',
    topics: topics('trade', 'labour'),
    dateline: 'Vienna',
    byline: 'Casper Voigtlin',
    credit: own,
    headline: 'River ports adopt one loading sheet to replace nineteen',
    lead: 'Delegates from 31 inland ports agreed on a common form for cargo, after a skipper showed them the folder of papers she needs for a single journey.',
    body: [
      p(
        'Inland ports in eleven countries will accept the same loading sheet from next year, their association decided yesterday at a meeting in Vienna.',
      ),
      p(
        'At present a barge that carries gravel through the network may need as many as 19 forms, which ask for the same 40 facts in different orders and in six languages. The new sheet has two pages and numbered boxes, so that a harbour office can read it without knowing the language in which it was filled in.',
      ),
      p(
        'The decision followed a speech by Marit Osk, a barge skipper for 26 years, who laid the papers for her latest trip end to end on the conference floor. They reached from the lectern to the coffee.',
      ),
      quote(
        '“In box nine of this one I declare that I have no horses,” she said. “I have declared it four hundred times. Nobody has ever come to look.”',
      ),
      p('The association, which has no power to compel its members, set three tests for the trial:'),
      list(
        'The sheet must be filled in within 20 minutes by a crew that has never seen it.',
        'It must work on paper when there is no network.',
        'No port may add a box without removing one.',
      ),
      p(
        'Customs offices are not bound by the agreement, but those of Velmar and Tessaria said that they would accept the sheet on the Ilmer.',
      ),
    ],
  }),
];
