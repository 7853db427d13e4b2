/** An invented story that has everything a page of an export can show, in every state: see drawing.ts. */
import type { Agency, Edition } from '../editions/edition.ts';
import type { ActKind, PublicState } from '../record/act.ts';
import { commitTo } from '../record/commitment.ts';
import { leafOf } from '../record/leaf.ts';
import { reasonClasses } from '../stories/reason-class.ts';
import { fieldNames, type StoryFields } from '../stories/story.ts';
import type { Block } from '../text/story-text.ts';
import { type ExportedStory, type Opened, openWith } from './exported-story.ts';
import { silent } from './read-stories.ts';

const picture = 'a'.repeat(64);
const attrs = { dir: 'rtl', lang: 'ar' } as const;
const paragraph = {
  type: 'paragraph',
  attrs,
  content: [
    { type: 'text', text: 'One & “two” ' },
    {
      type: 'text',
      text: 'a link',
      marks: [{ type: 'link', attrs: { href: 'https://example.org/?a=1&b=2' } }],
    },
    { type: 'text', text: 'own', marks: [{ type: 'link', attrs: { href: '/1000' } }, { type: 'strong' }] },
    { type: 'break' },
    { type: 'text', text: 'a topic', marks: [{ type: 'topic', attrs: { slug: 'x' } }, { type: 'emphasis' }] },
    {
      type: 'text',
      text: 'on Saturday',
      marks: [{ type: 'date', attrs: { datetime: '2017-08-05', until: '2017-08-06', title: 'the 5th' } }],
    },
  ],
} satisfies Block;
const image = { alt: 'alt', caption: 'caption', credit: 'credit', width: 640, height: 480, src: null };
const blocks: Block[] = [
  paragraph,
  { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'Heading' }] },
  { type: 'quote', content: [paragraph] },
  { type: 'list', attrs: { ordered: true }, content: [{ type: 'item', content: [paragraph] }] },
  { type: 'image', attrs: { ...image, picture } },
  { type: 'image', attrs: { ...image, picture: null } },
  {
    type: 'table',
    content: [
      { type: 'row', content: [{ type: 'cell', attrs: { header: true }, content: [paragraph] }] },
      { type: 'row', content: [{ type: 'cell', content: [paragraph] }] },
    ],
  },
];
const words: StoryFields = {
  headline: 'Headline',
  lead: 'Lead',
  body: { type: 'doc', content: blocks },
  dateline: 'Halim',
  credit: 'Credit',
  byline: 'Byline',
  section: 'world',
  topics: [{ slug: 'x', name: 'Topic' }],
  subjects: [{ code: '15000000', name: 'Subject' }],
  thread: { slug: 'y', name: 'Thread' },
};

type Invented = { kind: ActKind; state: PublicState; reason: string; more?: Record<string, unknown> };

/** Every kind of act with each of its reasons, over and over: what may follow what is of no matter here. */
const everything: Invented[] = Object.entries(reasonClasses).flatMap(([kind, reasons]) =>
  reasons.map((reason) => ({
    kind: kind as ActKind,
    state: 'public',
    reason,
    more: kind === 'redact' ? { redacts: ['lead', 'topics', 'note'] } : {},
  })),
);
const gone: Invented[] = [
  { kind: 'redact', state: 'public', reason: 'privacy', more: { redacts: [...fieldNames] } },
];
const taken = (kind: ActKind, state: PublicState, reason: string): Invented[] => [
  ...everything,
  { kind, state, reason, more: { replacement: 1001 } },
];

/** One for each state, in each of the languages. */
export function drawnStory(): { story: ExportedStory; agency: Agency }[] {
  const rows = [
    everything,
    [...everything, ...gone],
    taken('hold', 'held', 'checking'),
    taken('kill', 'killed', 'inaccurate'),
    taken('kill', 'removed', 'legal'),
  ];
  return ['en', 'fr', 'fa', 'de', 'ar'].flatMap((lang) =>
    rows.map((row) => ({ story: inventStory(lang, row), agency: agencyIn(lang) })),
  );
}

function agencyIn(lang: string): Agency {
  const dir = lang === 'fa' || lang === 'ar' ? 'rtl' : 'ltr';
  const edition: Edition = { lang, dir, name: lang, agency: 'Agency', tagline: '', sections: [] };
  // One in the calendars that no language has by itself.
  if (lang === 'ar') edition.dates = { calendar: 'gregory', beside: 'islamic-umalqura', numerals: 'arab' };
  return { zone: 'Asia/Tehran', defaultLang: lang, sample: true, editions: [edition] };
}

const salt = Buffer.alloc(32, 1);

function inventStory(lang: string, row: Invented[]): ExportedStory {
  let version = 0;
  const versions: ExportedStory['versions'] = [];
  const acts = row.map(({ kind, state, reason, more = {} }, index) => {
    const makes = kind === 'publish' || kind === 'update' || kind === 'correct' || kind === 'withdraw';
    if (makes) version++;
    const facts = {
      reason,
      note: index % 2 === 0 ? 'A sentence.' : '',
      by: ['desk', 'import', 'sample', 'Ana Moss'][index % 4],
      ...(index % 2 === 0 ? { statedAt: '2017-08-05T07:24:00.000Z', dueAt: '2017-08-04T07:24:00.000Z' } : {}),
      ...(kind === 'withdraw' ? { withdraws: 0 } : {}),
      ...more,
    };
    const isShown = state === 'public' && row.at(-1)?.state === 'public';
    if (makes)
      versions.push({
        version,
        index,
        fields: isShown && row.at(-1)?.more?.redacts !== gone[0]?.more?.redacts ? open(words) : {},
        pictures: isShown ? [{ sha256: picture, mediaType: 'image/jpeg', width: 640, height: 480 }] : [],
      });
    const actedAt = new Date(Date.UTC(2017, 7, 6, 9, index));
    const made = Object.entries(facts).map(([field, value]) => commitTo(field, value, salt));
    return {
      index,
      leaf: leafOf({ kind, actedAt, code: 1000, lang, version }, made),
      state,
      facts: open(facts),
    };
  });
  return {
    code: 1000,
    lang,
    translationGroup: null,
    translations: [{ code: 1001, lang: 'fr' }],
    acts: silent(acts),
    versions,
  };
}

function open(values: object): Record<string, Opened> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, openWith(salt.toString('base64'), value)]),
  );
}
