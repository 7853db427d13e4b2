/** Is the draft fit to go out? A plain list of rules, in order, each with its sentence. Pure. */
import type { Saying } from '../stories/saying.ts';
import type { StoryFields } from '../stories/story.ts';
import { plainText } from '../text/plain-text.ts';
import { safeLink } from '../text/safe-link.ts';
import type { Block, Image, StoryText } from '../text/story-text.ts';
import type { Check } from './desk-api.ts';
import { limits } from './limits.ts';
import type { WordDoubts } from './preflight-doubts.ts';
import { type PreflightWords, preflightWords } from './preflight-words.ts';

export type PreflightQuestion = {
  fields: StoryFields;
  lang: string;
  /** Languages of the agency's editions. */
  editions: readonly string[];
  /** A lawyer has still to look at it. */
  legal: boolean;
  embargoUntil: Date | null;
  /** When it will go out. */
  goesOutAt: Date;
  flash: boolean;
  /** Codes that its links name and readers do not get. */
  deadCodes: readonly number[];
  /** Days on which subjects of the story were retired (YYYY-MM-DD), by code. */
  retiredSubjects: ReadonlyMap<string, string>;
} & WordDoubts;

/** `whole`: what it stands for, in words; null: the text can say it unseen. */
export type LooseDate = { field: 'headline' | 'lead' | 'body'; words: string; whole: string | null };

type Rule = (story: PreflightQuestion, words: PreflightWords) => Finding | Finding[] | null;

/** Null, or an empty list: it holds. */
const rules: [Check['rule'], Rule][] = [
  // A reader must find words.
  ['headline', ({ fields }, words) => (fields.headline ? null : stop('headline', words.noHeadline))],
  [
    'text',
    ({ fields, flash }, words) => {
      if (fields.lead || fields.body.content.some(({ type }) => type !== 'image')) return null;
      return flash ? look('lead', words.flashAlone) : stop('lead', words.noText);
    },
  ],
  // Where it is told from, and whose it is.
  ['dateline', ({ fields }, words) => (fields.dateline ? null : look('dateline', words.noDateline))],
  ['credit', ({ fields }, words) => (fields.credit ? null : look('credit', words.noCredit))],
  // Somebody who cannot see a picture must get what it shows.
  [
    'alt',
    ({ fields }, words) =>
      imagesIn(fields.body)
        .filter(({ attrs }) => attrs.alt.trim() === '' && attrs.decorative !== true)
        .map(({ attrs }) => stop('body', words.noAlt(attrs.caption.slice(0, 60)))),
  ],
  [
    'language',
    ({ lang, editions, fields }, words) => {
      if (!editions.includes(lang)) return stop(null, words.noEdition(lang));
      return isInOtherScript(fields.headline, lang) ? look('headline', words.otherScript(lang)) : null;
    },
  ],
  [
    'embargo',
    ({ embargoUntil, goesOutAt }, words) =>
      embargoUntil && embargoUntil > goesOutAt ? stop(null, words.embargoed(embargoUntil)) : null,
  ],
  ['legal', ({ legal }, words) => (legal ? stop(null, words.legal) : null)],
  ['length', lengths],
  // Words that lost their spaces on the way here.
  [
    'glued',
    ({ doubts }, words) =>
      doubts
        .filter(({ rule }) => rule === 'glued')
        .slice(0, 10)
        .map(({ field, before, after }) =>
          look(field, words.glued({ field, before, after: after.trim() }), before),
        ),
  ],
  // One line for all that the house writes otherwise: the desk goes from one to the next.
  [
    'style',
    ({ doubts }, words) => {
      const styled = doubts.filter(({ rule }) => rule !== 'glued');
      const [first] = styled;
      return first ? look(first.field, words.style({ ...first, count: styled.length }), first.before) : null;
    },
  ],
  [
    'links',
    ({ fields, deadCodes }, words) => [
      ...linksIn(fields.body)
        .filter((href) => safeLink(href) === null)
        .map((href) => stop('body', words.badLink(href.slice(0, 100)))),
      ...deadCodes.map((code) => stop('body', words.deadCode(code))),
    ],
  ],
  [
    'dates',
    ({ looseDates }, words) =>
      looseDates.slice(0, 10).map((date) => look(date.field, words.looseDate(date), date.words)),
  ],
  // What it is filed under.
  [
    'subjects',
    ({ fields, retiredSubjects }, words) =>
      fields.subjects.flatMap(({ code, name }) => {
        const on = retiredSubjects.get(code);
        return on === undefined ? [] : look('subjects', words.retired(name, on));
      }),
  ],
  [
    'thread',
    ({ fields, lang }, words) =>
      fields.thread && isInOtherScript(fields.thread.name, lang)
        ? look('thread', words.otherThreadScript(fields.thread.name, lang))
        : null,
  ],
];

/** What is doubted in words is looked at and stops nobody: where it is asked only what stops, nobody has to look for it. */
export const undoubted: WordDoubts = { doubts: [], looseDates: [] };

export function preflight(story: PreflightQuestion, saying: Saying): Check[] {
  const words = preflightWords(saying);
  return rules.flatMap(([rule, ask]): Check[] => {
    const found = [ask(story, words) ?? []].flat();
    if (found.length === 0) return [{ rule, outcome: 'held', sentence: '', field: null }];
    return found.map((check) => ({ rule, ...check }));
  });
}

type Finding = Omit<Check, 'rule'>;

function stop(field: Check['field'], sentence: string): Finding {
  return { outcome: 'stop', sentence, field };
}

function look(field: Check['field'], sentence: string, words?: string): Finding {
  return { outcome: 'look', sentence, field, ...(words === undefined ? {} : { words }) };
}

function lengths({ fields, flash }: PreflightQuestion, words: PreflightWords): Finding[] {
  const texts = { headline: fields.headline, lead: fields.lead, body: plainText(fields.body) };
  return Object.entries(limits).flatMap(([channel, most]) => {
    if (channel === 'flash' && !flash) return [];
    return (['headline', 'lead', 'body'] as const).flatMap((field) => {
      const bound = most[field];
      const length = bound === undefined ? 0 : lengthOf(texts[field]);
      return bound !== undefined && length > bound
        ? [look(field, words.tooLong({ field, channel, length, bound }))]
        : [];
    });
  });
}

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** As a reader counts: a letter with its marks is one, an emoji is one. */
function lengthOf(text: string): number {
  // Plain letters need no segmenter, and most of a long text is that.
  if (/^[\u0020-\u007e]*$/.test(text)) return text.length;
  let length = 0;
  for (const _ of graphemes.segment(text)) length++;
  return length;
}

const arabicScript = new Set(['ar', 'fa', 'ur', 'ps', 'ckb', 'ug', 'sd']);

function isInOtherScript(text: string, lang: string): boolean {
  const arabic = text.match(/\p{Script=Arabic}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (arabic + latin === 0) return false;
  return arabicScript.has(lang.split('-')[0] ?? '') ? latin > arabic : arabic > latin;
}

export function imagesIn(body: StoryText): Image[] {
  return body.content.filter((block): block is Image => block.type === 'image');
}

/** Addresses of all links, in reading order. */
export function linksIn(body: StoryText): string[] {
  const links: string[] = [];
  const walk = (
    node: Block | { type: string; content?: unknown; marks?: { type: string; attrs?: { href?: string } }[] },
  ) => {
    if ('marks' in node && node.marks)
      for (const mark of node.marks) if (mark.type === 'link') links.push(mark.attrs?.href ?? '');
    if ('content' in node && Array.isArray(node.content)) for (const child of node.content) walk(child);
  };
  for (const block of body.content) walk(block);
  return [...new Set(links)];
}
