/**
 * Fills an installation with invented stories, through the same door as every act, to measure with:
 *
 *   DATA_DIR=/some/folder node bench/generate-record.ts 100000
 *
 * The same number gives the same words, codes and times; salts and keys are random. An installation that has some goes on to as
 * many. Six languages; one in twenty stories is corrected, one in two hundred killed, one in a thousand held or redacted.
 */
import { readConfig } from '../src/config.ts';
import { openDatabase } from '../src/database/open-database.ts';
import { writeAgency } from '../src/editions/agency-store.ts';
import type { Agency } from '../src/editions/edition.ts';
import { inTransaction } from '../src/record/transaction.ts';
import type { ActDeps } from '../src/stories/begin-act.ts';
import { fileStory } from '../src/stories/file-story.ts';
import { type ActOrder, performAct } from '../src/stories/perform-act.ts';
import { saveDraft } from '../src/stories/save-draft.ts';
import type { StoryFields } from '../src/stories/story.ts';

const sections = ['world', 'region', 'economy', 'science', 'culture', 'sport'];
const edition = { tagline: '', sections: sections.map((slug) => ({ slug, name: slug })) };
const agency: Agency = {
  zone: 'Asia/Tehran',
  defaultLang: 'en',
  sample: false,
  editions: [
    { ...edition, lang: 'en', dir: 'ltr', name: 'English', agency: 'Halim Press' },
    { ...edition, lang: 'fa', dir: 'rtl', name: 'فارسی', agency: 'خبرگزاری هلیم' },
    { ...edition, lang: 'fr', dir: 'ltr', name: 'Français', agency: 'Presse de Halim' },
    { ...edition, lang: 'ar', dir: 'rtl', name: 'العربية', agency: 'وكالة هليم' },
    { ...edition, lang: 'ru', dir: 'ltr', name: 'Русский', agency: 'Халим Пресс' },
    { ...edition, lang: 'es', dir: 'ltr', name: 'Español', agency: 'Prensa de Halim' },
  ],
};

type Lang = 'en' | 'fa' | 'fr' | 'ar' | 'ru' | 'es';

/** Words that stand in nearly every story of a language, and the syllables of which its rarer ones are made. */
const common: Record<Lang, string[]> = {
  en: 'the port of Halim stays closed after a storm that the mayor called the worst in years while ferries wait and fishermen mend their nets on the quay'.split(
    ' ',
  ),
  fa: 'بندر هلیم پس از توفانی که شهردار آن را بدترین در سال‌های گذشته خواند بسته ماند و ماهیگیران تورهای خود را تعمیر می‌کنند'.split(
    ' ',
  ),
  fr: 'le port de Halim reste fermé après une tempête que le maire dit la pire des années et les pêcheurs réparent leurs filets sur le quai'.split(
    ' ',
  ),
  ar: 'ميناء هليم يبقى مغلقا بعد عاصفة وصفها رئيس البلدية بأنها الأسوأ منذ سنوات والصيادون يصلحون شباكهم على الرصيف'.split(
    ' ',
  ),
  ru: 'порт Халима остаётся закрытым после шторма который мэр назвал худшим за годы а рыбаки чинят свои сети на причале'.split(
    ' ',
  ),
  es: 'el puerto de Halim sigue cerrado tras una tormenta que el alcalde llamó la peor en años y los pescadores remiendan sus redes en el muelle'.split(
    ' ',
  ),
};
const syllables: Record<Lang, string[]> = {
  en: 'ba ran tel mor shi vek lo dun par gis'.split(' '),
  fa: 'با ران تل مو شی وک لا دن پر گیس'.split(' '),
  fr: 'ba ran tel mor chi vec lo don par gui'.split(' '),
  ar: 'با ران تل مو شي وك لا دن بر جيس'.split(' '),
  ru: 'ба ран тел мор ши век ло дун пар гис'.split(' '),
  es: 'ba rán tel mor chi vec lo dón par gui'.split(' '),
};
/** Of a hundred stories. */
const shares: [Lang, number][] = [
  ['en', 60],
  ['fa', 10],
  ['fr', 10],
  ['ar', 7],
  ['ru', 7],
  ['es', 6],
];

/** A small generator of numbers (mulberry32): the same seed gives the same row. */
function numbersFrom(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** Every third word is a rare one, made of three syllables: a thousand of them in each language. */
function sentence(next: (below: number) => number, lang: Lang, length: number): string {
  const rare = () => Array.from({ length: 3 }, () => syllables[lang][next(10)]).join('');
  return Array.from({ length }, (_, at) =>
    at % 3 === 2 ? rare() : common[lang][next(common[lang].length)],
  ).join(' ');
}

function langOf(number: number): Lang {
  let at = (number * 37) % 100;
  for (const [lang, share] of shares) {
    if (at < share) return lang;
    at -= share;
  }
  return 'en';
}

function invent(number: number, lang: Lang): StoryFields {
  const next = numbersFrom(number);
  const topic = next(200);
  const thread = next(20) === 0 ? Math.floor(number / 500) : null;
  return {
    headline: `${sentence(next, lang, 6)} ${number}`,
    lead: sentence(next, lang, 20),
    body: {
      type: 'doc',
      content: Array.from({ length: 4 }, () => ({
        type: 'paragraph',
        attrs: { dir: null, lang: null },
        content: [{ type: 'text', text: sentence(next, lang, 40) }],
      })),
    },
    dateline: 'Halim',
    credit: 'Halim Press',
    byline: `Ana Moss ${next(50)}`,
    section: sections[next(sections.length)] as string,
    topics: [{ slug: `topic-${topic}`, name: `Topic ${topic}` }],
    subjects: [{ code: '17000000', name: 'weather' }],
    thread: thread === null ? null : { slug: `event-${thread}`, name: `Event ${thread}` },
  };
}

const perTransaction = 250;
const begin = Date.parse('2016-01-01T00:00:00Z');
/** One story every three quarters of an hour: 100,000 of them are eight and a half years. */
const stepMs = 45 * 60_000;

export async function generateRecord(
  pool: Parameters<typeof inTransaction>[0],
  count: number,
  tell: (done: number) => void = () => {},
): Promise<void> {
  await writeAgency(pool, agency);
  const { rows } = await pool.query<{ there: number }>('select count(*)::int as there from stories');
  for (let from = rows[0]?.there ?? 0; from < count; from += perTransaction) {
    await inTransaction(pool, async (db) => {
      for (let number = from; number < Math.min(count, from + perTransaction); number++) {
        await generateOne({ db, agency, now: new Date(begin + number * stepMs) }, number);
      }
    });
    tell(Math.min(count, from + perTransaction));
  }
}

async function generateOne(deps: ActDeps, number: number): Promise<void> {
  const lang = langOf(number);
  const filed = await fileStory(deps.db, deps.now, { lang, fields: invent(number, lang) });
  if (!filed.ok) throw new Error(filed.refusal.kind);
  const { storyId } = filed.value;
  const act = async (order: Omit<ActOrder, 'storyId' | 'by'>) => {
    const done = await performAct(deps, { ...order, storyId, by: 'Ana Moss' });
    if (!done.ok) throw new Error(done.refusal.kind);
  };
  await act({ kind: 'publish' });
  if (number % 20 === 3) {
    const fields = invent(number + 1_000_000_000, lang);
    await saveDraft(deps, { storyId, fields, revision: 0 });
    await act({ kind: 'correct', note: 'The name of the port was wrong.' });
  }
  if (number % 200 === 11) await act({ kind: 'kill', reasonClass: 'inaccurate', note: 'It was not so.' });
  if (number % 1_000 === 17) await act({ kind: 'hold' });
  if (number % 1_000 === 19) await act({ kind: 'redact', reasonClass: 'privacy', fields: ['byline'] });
}

if (import.meta.main) {
  const count = Number(process.argv[2]);
  if (!Number.isInteger(count) || count < 1) throw new Error('Say how many stories: a whole number.');
  const database = await openDatabase(readConfig(process.env), { what: 'generate-record', server: false });
  const begun = performance.now();
  await generateRecord(database.pool, count, (done) => {
    if (done % 10_000 === 0) console.error(`${done} stories, ${Math.round(performance.now() - begun)} ms`);
  });
  await database.close();
}
