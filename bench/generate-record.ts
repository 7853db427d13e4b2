/**
 * Fills an installation with invented stories, through the same door as every act, to measure with:
 *
 *   DATA_DIR=/some/folder node bench/generate-record.ts 100000
 *
 * The same number gives the same words, codes and times; salts and keys are random. One in twenty stories is corrected, one in
 * a hundred is Persian, one in two hundred killed, one in a thousand held or redacted.
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

const edition = { tagline: '', sections: [{ slug: 'world', name: 'World' }] };
const agency: Agency = {
  zone: 'Asia/Tehran',
  defaultLang: 'en',
  sample: false,
  editions: [
    { ...edition, lang: 'en', dir: 'ltr', name: 'English', agency: 'Halim Press' },
    { ...edition, lang: 'fa', dir: 'rtl', name: 'فارسی', agency: 'خبرگزاری هلیم' },
  ],
};
const words = {
  en: 'the port of Halim stays closed after a storm that the mayor called the worst in years while ferries wait and fishermen mend their nets on the quay'.split(
    ' ',
  ),
  fa: 'بندر هلیم پس از توفانی که شهردار آن را بدترین در سال‌های گذشته خواند بسته ماند و ماهیگیران تورهای خود را تعمیر می‌کنند'.split(
    ' ',
  ),
};

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

function sentence(next: (below: number) => number, lang: 'en' | 'fa', length: number): string {
  return Array.from({ length }, () => words[lang][next(words[lang].length)]).join(' ');
}

function invent(number: number, lang: 'en' | 'fa'): StoryFields {
  const next = numbersFrom(number);
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
    byline: 'Ana Moss',
    section: 'world',
    topics: [{ slug: 'weather', name: 'Weather' }],
    subjects: [{ code: '17000000', name: 'weather' }],
    thread: null,
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
  for (let from = 0; from < count; from += perTransaction) {
    await inTransaction(pool, async (db) => {
      for (let number = from; number < Math.min(count, from + perTransaction); number++) {
        await generateOne({ db, agency, now: new Date(begin + number * stepMs) }, number);
      }
    });
    tell(Math.min(count, from + perTransaction));
  }
}

async function generateOne(deps: ActDeps, number: number): Promise<void> {
  const lang = number % 100 === 7 ? 'fa' : 'en';
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
