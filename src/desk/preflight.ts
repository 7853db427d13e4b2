/** Is the draft fit to go out? A plain list of rules, in order, each with its sentence. Pure. */
import { repairPage } from '../evidence/repair-page.ts';
import type { StoryFields } from '../stories/story.ts';
import { plainText } from '../text/plain-text.ts';
import { safeLink } from '../text/safe-link.ts';
import type { Block, Image, StoryText } from '../text/story-text.ts';
import type { Check } from './desk-api.ts';
import { limits } from './limits.ts';

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
  /** Relative dates that nobody has resolved, as they stand in the text. */
  looseDates: readonly string[];
  /** Days on which subjects of the story were retired (YYYY-MM-DD), by code. */
  retiredSubjects: ReadonlyMap<string, string>;
};

type Rule = (story: PreflightQuestion) => Omit<Check, 'rule'> | Omit<Check, 'rule'>[] | null;

/** Null, or an empty list: it holds. */
const rules: [Check['rule'], Rule][] = [
  // A reader must find words.
  [
    'headline',
    ({ fields }) => (fields.headline ? null : stop('headline', 'There is no headline: write one.')),
  ],
  [
    'text',
    ({ fields, flash }) => {
      if (fields.lead || fields.body.content.some(({ type }) => type !== 'image')) return null;
      return flash
        ? look('lead', 'A flash without a lead: readers get the headline alone.')
        : stop('lead', 'There is neither a lead nor a text: write one.');
    },
  ],
  // Where it is told from, and whose it is.
  [
    'dateline',
    ({ fields }) =>
      fields.dateline ? null : look('dateline', 'There is no dateline: say where it is filed from.'),
  ],
  [
    'credit',
    ({ fields }) =>
      fields.credit ? null : look('credit', 'There is no credit: readers will not see whose story it is.'),
  ],
  // Somebody who cannot see a picture must get what it shows.
  [
    'alt',
    ({ fields }) =>
      imagesIn(fields.body)
        .filter(({ attrs }) => attrs.alt.trim() === '' && attrs.decorative !== true)
        .map(({ attrs }) =>
          stop(
            'body',
            `A picture${attrs.caption ? ` (“${attrs.caption.slice(0, 60)}”)` : ''} has no alternative text: describe it, or say that it is decoration.`,
          ),
        ),
  ],
  [
    'language',
    ({ lang, editions, fields }) => {
      if (!editions.includes(lang))
        return stop(
          null,
          `There is no edition in “${lang}”: add it in the settings, or file the story in another language.`,
        );
      return isInOtherScript(fields.headline, lang)
        ? look('headline', `The headline is not in the script of “${lang}”: is this the right edition?`)
        : null;
    },
  ],
  [
    'embargo',
    ({ embargoUntil, goesOutAt }) =>
      embargoUntil && embargoUntil > goesOutAt
        ? stop(
            null,
            `It is under embargo until ${embargoUntil.toISOString()}: schedule it for then, or later.`,
          )
        : null,
  ],
  [
    'legal',
    ({ legal }) =>
      legal ? stop(null, 'It is marked for a lawyer: have it cleared, then take the mark away.') : null,
  ],
  ['length', lengths],
  // Words that lost their spaces on the way here.
  [
    'glued',
    ({ fields, lang }) => {
      const { changes } = repairPage(fields, lang).repairs;
      return changes
        .slice(0, 10)
        .map(({ field, before, after }) =>
          look(fieldNamed(field), `“${before}” looks glued: “${after.trim()}”?`),
        );
    },
  ],
  [
    'links',
    ({ fields, deadCodes }) => [
      ...linksIn(fields.body)
        .filter((href) => safeLink(href) === null)
        .map((href) =>
          stop(
            'body',
            `The link ${href.slice(0, 100)} leads nowhere that a reader may be sent: mend or remove it.`,
          ),
        ),
      ...deadCodes.map((code) =>
        stop('body', `A link leads to story ${code}, which readers do not get: remove it.`),
      ),
    ],
  ],
  [
    'dates',
    ({ looseDates }) =>
      looseDates
        .slice(0, 10)
        .map((words) =>
          look('body', `“${words}” says no date that will still be one in a year: resolve it.`),
        ),
  ],
  // What it is filed under.
  [
    'subjects',
    ({ fields, retiredSubjects }) =>
      fields.subjects.flatMap(({ code, name }) => {
        const on = retiredSubjects.get(code);
        return on === undefined
          ? []
          : look('subjects', `The subject “${name}” was retired on ${on}: is there a newer one?`);
      }),
  ],
  [
    'thread',
    ({ fields, lang }) =>
      fields.thread && isInOtherScript(fields.thread.name, lang)
        ? look('thread', `The thread’s name, “${fields.thread.name}”, is not in the script of “${lang}”.`)
        : null,
  ],
];

export function preflight(story: PreflightQuestion): Check[] {
  return rules.flatMap(([rule, ask]): Check[] => {
    const found = [ask(story) ?? []].flat();
    if (found.length === 0) return [{ rule, outcome: 'held', sentence: '', field: null }];
    return found.map((check) => ({ rule, ...check }));
  });
}

type Finding = Omit<Check, 'rule'>;

function stop(field: Check['field'], sentence: string): Finding {
  return { outcome: 'stop', sentence, field };
}

function look(field: Check['field'], sentence: string): Finding {
  return { outcome: 'look', sentence, field };
}

function lengths({ fields, flash }: PreflightQuestion): Finding[] {
  const texts = { headline: fields.headline, lead: fields.lead, body: plainText(fields.body) };
  return Object.entries(limits).flatMap(([channel, most]) => {
    if (channel === 'flash' && !flash) return [];
    return (['headline', 'lead', 'body'] as const).flatMap((field) => {
      const bound = most[field];
      const length = bound === undefined ? 0 : lengthOf(texts[field]);
      return bound !== undefined && length > bound
        ? [look(field, `The ${field} has ${length} characters; on the ${channel} ${bound} fit.`)]
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

function fieldNamed(field: string): Check['field'] {
  return field === 'headline' || field === 'lead' ? field : 'body';
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
