/** How the agency takes comments, as a setting. */
import { readSetting, type Setting, type Unfit, writeSetting } from '../editions/setting.ts';
import { primaryOf } from '../house-style/language-rules.ts';
import { oneLine } from '../stories/clean-fields.ts';
import type { Client } from '../stories/story-store.ts';

export type CommentRules = {
  /** Whether a story takes comments where the desk has not said otherwise of it. */
  taken: boolean;
  /** `before`: a person reads each before readers do. `known`: those of writers known as good are shown at once. */
  moderation: 'before' | 'known';
  /** Days after its publication until a story closes; null: never. */
  closeAfterDays: number | null;
  /** Days for which an e-mail address is kept, and a banned address known. */
  keepDays: number;
  /** Links that a comment may have without a person looking at it. */
  links: number;
  /** By BCP 47 primary subtag. `reject`: is not shown. `doubt`: a person looks at it. */
  words: Record<string, WordLists>;
};

export type WordLists = { reject: string[]; doubt: string[] };

export const plainRules: CommentRules = {
  taken: true,
  moderation: 'before',
  closeAfterDays: 30,
  keepDays: 30,
  links: 1,
  words: {},
};

export function readCommentRules(db: Client): Promise<CommentRules> {
  return readSetting(db, 'comments', plainRules);
}

/** Of a language, whatever its region. */
export function listsOf(rules: CommentRules, lang: string): WordLists {
  return rules.words[primaryOf(lang)] ?? { reject: [], doubt: [] };
}

export const commentSetting: Setting<CommentRules> = {
  name: 'comments',
  what: 'settings.comments-changed',
  read: readCommentRules,
  cleaned: (asked) => ({
    ...asked,
    words: Object.fromEntries(
      Object.entries(asked.words)
        .map(([lang, { reject, doubt }]) => [lang, { reject: lines(reject), doubt: lines(doubt) }] as const)
        .filter(([, { reject, doubt }]) => reject.length + doubt.length > 0),
    ),
  }),
  whyNot: ({ words }) => Object.entries(words).flatMap(([lang, lists]) => whyNotLists(lang, lists)),
  write: (db, after) => writeSetting(db, 'comments', after),
};

function lines(words: string[]): string[] {
  return [...new Set(words.map(oneLine).filter(Boolean))];
}

function whyNotLists(lang: string, { reject, doubt }: WordLists): Unfit[] {
  return reject
    .filter((word) => doubt.includes(word))
    .map((word) => ({
      en: `“${word}” (${lang}) is in both lists: it is either not shown or looked at.`,
      fa: `«${word}» (${lang}) در هر دو فهرست هست: یا نشان داده نمی‌شود یا بررسی می‌شود.`,
    }));
}

const days = { type: 'integer', minimum: 1, maximum: 3650 };
const wordList = { type: 'array', maxItems: 2_000, items: { type: 'string', maxLength: 100 } };

/** Of the value as a person may say it. */
export const commentSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['taken', 'moderation', 'closeAfterDays', 'keepDays', 'links', 'words'],
  properties: {
    taken: { type: 'boolean' },
    moderation: { enum: ['before', 'known'] },
    closeAfterDays: { anyOf: [days, { type: 'null' }] },
    keepDays: days,
    links: { type: 'integer', minimum: 0, maximum: 20 },
    words: {
      type: 'object',
      propertyNames: { pattern: '^[a-z]{2,3}$' },
      additionalProperties: {
        type: 'object',
        additionalProperties: false,
        required: ['reject', 'doubt'],
        properties: { reject: wordList, doubt: wordList },
      },
    },
  },
};
