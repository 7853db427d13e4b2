import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actOn } from '../../test/acts.ts';
import { publishSearched, search } from '../../test/searched.ts';
import { makeDatabase, type TestDatabase } from '../../test/test-database.ts';
import { readSearchPlace } from './search-place.ts';

let database: TestDatabase;
const codeOf: Record<string, number> = {};

const stories = {
  ferry: {
    headline: 'Ferries stay in harbour',
    lead: 'The Storm of the century.',
    body: 'The parliamentary session began late. Boats waited at the quay, and ships too.',
    byline: 'Ana Moss',
    section: 'world',
    topics: [{ slug: 'night-ferries', name: 'Night ferries' }],
    at: '2017-08-05T07:24:00Z',
  },
  grain: {
    headline: 'The grain exchange opens again',
    body: 'Traders of grain met in parliament. An exchange of grain was not held.',
    byline: 'Ben Moss',
    section: 'economy',
    at: '2018-08-05T07:24:00Z',
  },
  who: { headline: 'The Who play “The Seeker”', body: 'Not to be or to be.', at: '2019-01-01T00:00:00Z' },
  will: { lang: 'fa', headline: 'دانشجویان می‌خواهند', body: 'کتاب‌های تازهٔ مسئول کتابخانه در سال ۱۳۹۶' },
  ezafe: { lang: 'fa', headline: 'نقشهٔ راه', body: 'دانش‌آموزان در راه‌آهن شبانه روزی' },
  joined: { lang: 'fa', headline: 'نخست', body: 'آنان میخواهند بدانند' },
  apart: { lang: 'fa', headline: 'دوم', body: 'آنان می خواهند بدانند' },
  teacher: { lang: 'ar', headline: 'المُدرِّسة أحمد', body: 'إلى آسيا على الطريق' },
  economy: { lang: 'fr', headline: 'L’économie d’aujourd’hui', body: 'Le cœur du marché' },
  tomorrow: { lang: 'es', headline: 'Mañana será otro día', body: 'Las canciones' },
  tree: { lang: 'ru', headline: 'Ёлка в порту', body: 'Корабли стоят у причалов' },
  peace: { lang: 'he', headline: 'שָׁלוֹם עולם', body: 'צה״ל הודיע' },
  tokyo: { lang: 'ja', headline: '東京都知事が会見', body: '港は嵐のあとも閉鎖されたままだ' },
  thai: { lang: 'th', headline: 'ท่าเรือกรุงเทพปิด', body: 'เรือข้ามฟากหยุดเดินเรือ' },
};

beforeAll(async () => {
  database = await makeDatabase();
  const codes = await publishSearched(database.pool, Object.values(stories));
  Object.keys(stories).forEach((name, at) => {
    codeOf[name] = codes[at] as number;
  });
});
afterAll(() => database.drop());

const nameOf = (code: number) => Object.keys(codeOf).find((name) => codeOf[name] === code);

async function found(lang: string, asked: string | Record<string, string>): Promise<string> {
  const { hits, widened } = await search(
    database.pool,
    lang,
    typeof asked === 'string' ? { q: asked } : asked,
  );
  const names = hits.map(({ code }) => nameOf(code)).join(' ');
  return widened ? `${names} + ${widened.hits.map(({ code }) => nameOf(code)).join(' ')}`.trim() : names;
}

describe('words', () => {
  it.each([
    ['en', 'ship', 'ferry'],
    ['en', 'ferry boat', 'ferry'],
    ['en', 'exchange grain', 'grain'],
    ['en', '"grain exchange"', 'grain'],
    ['en', '“exchange grain”', ''],
    ['en', '"ship"', ''],
    ['en', '"ships"', 'ferry'],
    ['en', 'moss -ferry', 'grain'],
    ['en', 'moss −“grain exchange”', 'ferry'],
    ['en', 'storm OR trader', 'grain ferry'],
    ['en', 'storm | trader -moss', ''],
    ['en', 'parliament*', 'grain ferry'],
    ['en', 'the', 'who grain ferry'],
    ['en', 'the seeker', 'who'],
    ['en', '"to be or to be"', 'who'],
    ['en', '"the who"', 'who'],
    ['en', '-moss', 'who'],
    ['fa', 'می‌خواهند', 'apart joined will'],
    ['fa', 'میخواهند', 'apart joined will'],
    ['fa', 'می خواهند', 'apart joined will'],
    ['fa', 'مي خواهند دانشجويان', 'will'],
    ['fa', 'كتاب', 'will'],
    ['fa', 'کتاب ها', 'will'],
    ['fa', 'مسوول OR مسئول', 'will'],
    ['fa', '1396', 'will'],
    ['fa', '«آنان می‌خواهند»', 'apart joined'],
    ['fa', 'نقشه‌ی', 'ezafe'],
    ['fa', 'نقشه ی راه', 'ezafe'],
    ['fa', 'نقشۀ', 'ezafe'],
    ['fa', '"نقشه‌ی راه"', 'ezafe'],
    ['fa', '"دانش آموزان"', 'ezafe'],
    ['fa', '"راه آهن"', 'ezafe'],
    ['fa', '"شبانه‌روزی"', 'ezafe'],
    ['ar', 'المدرسه احمد', 'teacher'],
    ['ar', 'الي اسيا', 'teacher'],
    ['fr', 'economie', 'economy'],
    ['fr', 'coeur marches', 'economy'],
    ['fr', '« cœur du marché »', 'economy'],
    ['es', 'manana cancion', 'tomorrow'],
    ['ru', 'елка', 'tree'],
    ['ru', 'корабль порт', 'tree'],
    ['he', 'שלום', 'peace'],
    ['he', 'צהל', 'peace'],
    ['ja', '知事', 'tokyo'],
    ['ja', '東京都知事', 'tokyo'],
    ['ja', '京東', ''],
    ['ja', '港', 'tokyo'],
    ['th', 'กรุงเทพ', 'thai'],
    ['th', 'เดินเรือ', 'thai'],
  ])('in %s %s finds %s', async (lang, q, names) => {
    expect(await found(lang, q)).toBe(names);
  });

  it('are shown with the hits marked, in the words of the text', async () => {
    const marked = async (lang: string, q: string) =>
      (await search(database.pool, lang, { q })).hits.map(({ snippet }) =>
        snippet.map(({ text, hit }) => (hit ? `[${text}]` : text)).join(''),
      )[0];
    expect(await marked('en', 'boat late')).toBe(
      'The parliamentary session began [late]. [Boats] waited at the quay, and ships too.',
    );
    expect(await marked('en', '"grain was"')).toContain('An exchange of [grain was] not held.');
    expect(await marked('en', 'parliam*')).toContain('in [parliament].');
    expect(await marked('fa', 'کتاب')).toBe('[کتاب‌های] تازهٔ مسئول کتابخانه در سال ۱۳۹۶');
    expect(await marked('fa', 'میخواهند')).toBe('آنان [می خواهند] بدانند');
    expect(await marked('ja', '嵐のあと')).toBe('港は[嵐のあと]も閉鎖されたままだ');
  });
});

describe('the last word', () => {
  it('also finds what begins with it, after those that have it', async () => {
    expect(await found('en', 'parliamen')).toBe('+ grain ferry');
    expect(await found('en', 'grain parl')).toBe('+ grain');
    expect(await found('en', 'sto')).toBe('+ ferry');
    expect(await found('en', 'st')).toBe('');
    const { widened, hits } = await search(database.pool, 'en', { q: 'parliam' });
    expect([hits, widened?.word, widened?.total]).toEqual([[], 'parliam', { count: 2, more: false }]);
    expect(widened?.hits[0]?.snippet.filter(({ hit }) => hit)).toEqual([{ text: 'parliament', hit: true }]);
  });
});

describe('filters', () => {
  it.each<[string, Record<string, string>, string]>([
    ['en', { byline: 'moss' }, 'grain ferry'],
    ['en', { byline: 'Ana Moss' }, 'ferry'],
    ['en', { byline: 'storm' }, ''],
    ['en', { section: 'economy' }, 'grain'],
    ['en', { section: 'economy', q: 'storm' }, ''],
    ['en', { topic: 'Night Ferries' }, 'ferry'],
    ['en', { from: '2018-08-05' }, 'who grain'],
    ['en', { to: '2017' }, 'ferry'],
    ['en', { from: '2017-08', to: '2018-08-04' }, 'ferry'],
    ['fa', { from: '۱۳۹۶/۰۵/۱۴', to: '۱۳۹۶/۰۵/۱۴', lang: 'en' }, 'ferry'],
    ['fa', { lang: 'en', q: 'storm' }, 'ferry'],
    ['fa', { lang: '*', q: 'Moss' }, 'grain ferry'],
    ['en', { lang: '*', q: 'می خواهند' }, 'apart joined will'],
    ['en', { lang: '*', q: 'economie OR grain' }, 'economy grain'],
    ['en', { sort: 'relevance', q: 'grain OR storm' }, 'grain ferry'],
  ])('in %s %o finds %s', async (lang, asked, names) => {
    expect(await found(lang, asked)).toBe(names);
  });

  it('find a story by its code in any edition and any figures, and as a filter', async () => {
    const code = String(codeOf.will);
    expect(await found('en', code)).toBe('will');
    expect(
      await found(
        'en',
        code.replace(/\d/g, (one) => '۰۱۲۳۴۵۶۷۸۹'[Number(one)] as string),
      ),
    ).toBe('will');
    expect(await found('en', { code })).toBe('will');
    expect(await found('en', { code, q: 'storm' })).toBe('');
    expect((await search(database.pool, 'en', { q: code })).total).toEqual({ count: 1, more: false });
  });
});

it('never finds what readers do not get, and shows in the past what was killed by its code alone', async () => {
  const { pool, drop } = await makeDatabase();
  try {
    const codes = await publishSearched(pool, [{ headline: 'Quallompis' }, { headline: 'Verdizzelt' }]);
    const [killed, removed] = codes as [number, number];
    const past = new Date(Date.now() + 1).toISOString();
    await new Promise((resolve) => setTimeout(resolve, 5));
    await actOn(pool, killed, 'kill', { reasonClass: 'inaccurate', note: 'It was not so.' });
    await actOn(pool, removed, 'kill', { reasonClass: 'legal', note: 'A court ordered it.' });
    for (const q of ['Quallompis', 'Verdizzelt', 'quallom', 'verdizzelt*'])
      expect((await search(pool, 'en', { q })).hits).toEqual([]);
    // Beside its code any word of it could be tried, letter by letter.
    for (const asked of [{ q: 'Quallompis' }, { q: 'quall*', code: String(killed) }, { q: 'Verdizzelt' }])
      expect((await search(pool, 'en', { ...asked, 'as-of': past })).hits).toEqual([]);
    for (const section of ['world', 'economy'])
      expect((await search(pool, 'en', { section, code: String(removed), 'as-of': past })).hits).toEqual([]);
    for (const code of [killed, removed]) {
      const { hits } = await search(pool, 'en', { code: String(code), 'as-of': past });
      expect(hits.map((hit) => [hit.code, hit.headline, hit.snippet])).toEqual([[code, '', []]]);
    }
  } finally {
    await drop();
  }
});

describe('pages', () => {
  it.each([
    ['date', 23],
    ['relevance', 23],
    ['date', 3],
    ['relevance', 3],
    ['date', 4],
  ])('by %s, %i of them with the word itself, neither skip nor repeat a story', async (sort, exact) => {
    const { pool, drop } = await makeDatabase();
    try {
      const codes = await publishSearched(
        pool,
        Array.from({ length: 23 }, (_, at) => ({
          headline: at < exact && at % 3 === 0 ? 'Harbour' : 'Untold',
          body: at < exact ? 'The harbour '.repeat((at % 4) + 1) : 'The harbourside',
          // Many at one moment: the code decides.
          at: at % 2 ? '2017-08-05T07:24:00Z' : '2018-08-05T07:24:00Z',
        })),
      );
      const seen: number[] = [];
      let after: string | null = null;
      for (let page = 0; page < 20; page += 1) {
        const found = await search(pool, 'en', { q: 'harbour', sort }, { after, limit: 4 });
        seen.push(...[...found.hits, ...(found.widened?.hits ?? [])].map(({ code }) => code));
        after = found.next;
        if (!after) break;
        // What comes in meanwhile stands before the place.
        if (page === 1) await publishSearched(pool, [{ headline: 'Newer', body: 'harbour harbour' }]);
      }
      const inOrder = (some: number[]) => some.sort((one, other) => one - other);
      expect(inOrder(seen.filter((code) => codes.includes(code)))).toEqual(inOrder([...codes]));
    } finally {
      await drop();
    }
  });
});

it('reads no place that is none, or one of the other order', () => {
  const at = '1501917840000.271032';
  expect(readSearchPlace(null, 'date')).toBe(null);
  expect(readSearchPlace(at, 'date')).toMatchObject({ part: 'asked', rank: null, code: 271032 });
  expect(readSearchPlace(`r12.${at}`, 'relevance')).toMatchObject({ part: 'asked', rank: 12 });
  expect(readSearchPlace(`w${at}`, 'relevance')).toMatchObject({ part: 'widened', rank: null });
  const wrong = [
    ['x', 'date'],
    [at, 'relevance'],
    [`r12.${at}`, 'date'],
    [`r${at}`, 'relevance'],
    ['w', 'date'],
  ] as const;
  for (const [word, sort] of wrong) expect(readSearchPlace(word, sort)).toBe(undefined);
});
