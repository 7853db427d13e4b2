/** What a search's address asks for: one list of parameters, for the page, its feed, and whoever keeps a question. */
import { type Agency, type Edition, editionOf } from '../editions/edition.ts';
import { dayAfter, startOfDay } from '../site/agency-day.ts';
import { momentWord, readMoment } from '../site/moment.ts';
import type { PastMoment } from '../site/public-at.ts';
import { foldLetters } from './fold-letters.ts';
import { type Question, readQuestion } from './question.ts';
import { readTypedDay } from './typed-day.ts';

/** As they stand in an address, in the order in which they always stand there. Empty: not asked for. */
export const parameters = ['q', 'lang', 'section', 'topic', 'byline', 'code', 'from', 'to', 'sort'] as const;
export type Parameter = (typeof parameters)[number];
export type Typed = Record<Parameter, string>;

export type SearchQuestion = {
  /** The editions that are searched. */
  langs: string[];
  question: Question;
  section: string;
  /** A topic's slug. */
  topic: string;
  byline: string;
  code: number | null;
  /** UTC instants, from the first on and before the second; null: open. */
  from: Date | null;
  to: Date | null;
  sort: 'date' | 'relevance';
  moment: PastMoment | null;
};

/** What of an address cannot be asked. */
export type Wrong = 'moment' | 'from' | 'to' | 'order' | 'code' | 'lang' | 'sort' | 'place';

export type AskedSearch = { typed: Typed; moment: PastMoment | null } & (
  | { ok: true; question: SearchQuestion; asksNothing: boolean }
  | { ok: false; wrong: Wrong }
);

/** `lang=*`: all editions. */
export const everyEdition = '*';

const longestValue = 200;

export function readAsked(agency: Agency, edition: Edition, query: URLSearchParams): AskedSearch {
  const typed = Object.fromEntries(parameters.map((name) => [name, clean(query.get(name), name)])) as Typed;
  // The usual has one spelling.
  if (typed.lang === edition.lang) typed.lang = '';
  if (typed.sort === 'date') typed.sort = '';
  const past = readMoment(query, agency.zone);
  const moment = past.ok ? past.moment : null;
  const not = (wrong: Wrong): AskedSearch => ({ typed, moment, ok: false, wrong });
  const first = typed.from ? readTypedDay(typed.from, edition) : null;
  const last = typed.to ? readTypedDay(typed.to, edition) : null;
  const langs = langsOf(agency, edition, typed);
  const code = foldLetters(typed.code);
  if (!past.ok) return not('moment');
  if (typed.from && !first) return not('from');
  if (typed.to && !last) return not('to');
  if (first && last && first.first > last.last) return not('order');
  if (code && !isCode(code)) return not('code');
  if (!langs) return not('lang');
  if (typed.sort && typed.sort !== 'relevance') return not('sort');
  const question: SearchQuestion = {
    langs,
    question: readQuestion(typed.q),
    section: typed.section,
    // Readers type a topic's name; its slug is that name with hyphens.
    topic: typed.topic.toLowerCase().replace(/\s+/g, '-'),
    byline: typed.byline,
    code: code ? Number(code) : null,
    from: first && startOfDay(agency.zone, first.first),
    to: last && startOfDay(agency.zone, dayAfter(last.last)),
    sort: typed.sort === 'relevance' ? 'relevance' : 'date',
    moment,
  };
  const { q, section, topic, byline, from, to } = typed;
  const asksNothing =
    [section, topic, byline, code, from, to].every((one) => one === '') && !hasTerms(question);
  return { typed, moment, ok: true, question, asksNothing: asksNothing && (q === '' || !hasTerms(question)) };
}

function hasTerms({ question }: SearchQuestion): boolean {
  return question.groups.length > 0;
}

/** A code finds its story in whichever edition it is. */
function langsOf(agency: Agency, edition: Edition, { lang, code }: Typed): string[] | null {
  if (lang === everyEdition || (code && !lang)) return agency.editions.map((one) => one.lang);
  if (!lang) return [edition.lang];
  return editionOf(agency, lang) ? [lang] : null;
}

/** Whether a text is a story's code, and so may be looked for as one. */
export function isCode(text: string): boolean {
  return /^[1-9]\d{0,14}$/.test(text);
}

/** A question is longer than any other value, and is cut where it is read, so that the reader can be told. */
function clean(text: string | null, name: Parameter): string {
  const said = (text ?? '')
    .toWellFormed()
    // What XML has no place for.
    .replace(/[\p{Cc}\ufffe\uffff]+/gu, ' ')
    .trim();
  return said.slice(0, name === 'q' ? 2 * longestValue : longestValue).toWellFormed();
}

/** The one address of a search, from the root: what is asked, in one order. `path`: of the page or of a feed. */
export function searchAddress(
  path: string,
  { typed, moment }: Pick<AskedSearch, 'typed' | 'moment'>,
  after: string | null = null,
): string {
  const said: [string, string][] = parameters.map((name) => [name, typed[name]]);
  if (moment) said.push(momentWord(moment));
  if (after) said.push(['after', after]);
  const asked = said.filter(([, value]) => value !== '');
  return asked.length > 0 ? `${path}?${new URLSearchParams(asked)}` : path;
}
