/** What a new story begins with: the templates of the house, and the four that come with the program. Pure. */
import { primaryOf } from '../house-style/language-rules.ts';
import { type StoryFields, wholeFields } from '../stories/story.ts';
import { paragraphs } from '../text/story-text.ts';
import type { Priority } from './desk-api.ts';

/** First words in one language. They stand in for what the writer has to say. */
export type TemplateWords = {
  /** BCP 47 primary subtag; null: every language that has none of its own here. */
  lang: string | null;
  headline: string;
  lead: string;
  /** One text for each paragraph. */
  body: string[];
  dateline: string;
  credit: string;
};

export type Template = {
  id: string;
  /** Empty for one that came with the program: the desk has a word for it in each of its languages. */
  name: string;
  /** The one desk that is offered it; null: every one. */
  desk: string | null;
  priority: Priority;
  /** One for each language that is offered it, at least one. */
  words: TemplateWords[];
};

/** What says where a template is offered; `langs` as in its words. */
export type TemplatePlace = Pick<Template, 'desk'> & { langs: (string | null)[] };

export const emptyWords: Omit<TemplateWords, 'lang'> = {
  headline: '',
  lead: '',
  body: [],
  dateline: '',
  credit: '',
};
const anywhere: TemplateWords = { lang: null, ...emptyWords };
const bodies = (texts: Record<string, string[]>): TemplateWords[] => [
  ...Object.entries(texts).map(([lang, body]) => ({ ...emptyWords, lang, body })),
  anywhere,
];

/** Starting points: each can be changed, and be had back as it came. */
export const builtInTemplates: Template[] = [
  { id: 'update', name: '', desk: null, priority: 3, words: [anywhere] },
  {
    id: 'wrap',
    name: '',
    desk: null,
    priority: 4,
    words: bodies({
      en: ['What happened:', 'What was said:', 'What is next:', 'Background:'],
      fr: ['Les faits :', 'Les réactions :', 'La suite :', 'Le contexte :'],
      fa: ['آنچه روی داد:', 'واکنش‌ها:', 'گام بعدی:', 'پیشینه:'],
    }),
  },
  {
    id: 'obituary',
    name: '',
    desk: null,
    priority: 4,
    words: bodies({
      en: ['Born:', 'Known for:', 'Life and work:', 'Survived by:'],
      fr: ['Naissance :', 'Connu pour :', 'Vie et œuvre :', 'Il laisse :'],
      fa: ['زادروز:', 'شناخته به:', 'زندگی و کار:', 'بازماندگان:'],
    }),
  },
  { id: 'flash', name: '', desk: null, priority: 1, words: [anywhere] },
];

export function isBuiltIn({ id }: Pick<Template, 'id'>): boolean {
  return builtInTemplates.some((one) => one.id === id);
}

export function placeOf({ desk, words }: Template): TemplatePlace {
  return { desk, langs: words.map(({ lang }) => lang) };
}

export function isOffered({ desk, langs }: TemplatePlace, at: { desk: string; lang: string }): boolean {
  const isHere = desk === null || desk === at.desk;
  return isHere && (langs.includes(primaryOf(at.lang)) || langs.includes(null));
}

type Beginning = { fields: StoryFields; priority: Priority };

/** An empty page. */
export const noTemplate: Beginning = { fields: wholeFields({ body: paragraphs('') }), priority: 5 };

/** What a story in a language that the template is offered in begins with. */
export function beginningOf({ id, priority, words }: Template, lang: string): Beginning {
  const found =
    words.find((one) => one.lang === primaryOf(lang)) ?? words.find((one) => one.lang === null) ?? anywhere;
  const { headline, lead, body, dateline, credit } = found;
  // A flash is one line; every other story has a paragraph to write in.
  const isOneLine = id === 'flash' && body.length === 0;
  const texts = isOneLine ? {} : { body: paragraphs(...(body.length > 0 ? body : [''])) };
  return { fields: wholeFields({ headline, lead, dateline, credit, ...texts }), priority };
}
