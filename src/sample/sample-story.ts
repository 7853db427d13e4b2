import { type StoryFields, wholeFields } from '../stories/story.ts';
import type { Block, Inline, ListItem, Paragraph, TextRun } from '../text/story-text.ts';
import { samplePictures } from './pictures.ts';
import { subjectCodes } from './sample-subjects.ts';

/** One story of the invented agency. */
export type SampleStory = {
  /** Below 1,000, where no real story gets its code by itself. */
  code: number;
  lang: 'en' | 'fr' | 'fa' | 'ar' | 'ru' | 'es';
  /** Age at the installation's first start. */
  minutesAgo: number;
  /** Translations of each other share a key; null: none. */
  group: string | null;
  /** Subjects have their codes alone: names are the vocabulary's. */
  fields: StoryFields;
};

/** A story before it has its code. */
export type Told = Omit<SampleStory, 'code'>;

/** A story of one edition as its author writes it. */
export function tell(
  lang: SampleStory['lang'],
  story: { minutesAgo: number; group?: string; body: Block[] } & Omit<
    StoryFields,
    'body' | 'subjects' | 'thread'
  > &
    Partial<Pick<StoryFields, 'thread'>>,
): Told {
  const { minutesAgo, group, body, ...rest } = story;
  const subjects = subjectCodes(rest.topics).map((code) => ({ code, name: '' }));
  const fields = wholeFields({ ...rest, subjects, body: { type: 'doc', content: body } });
  return { lang, minutesAgo, group: group ?? null, fields };
}

export const hours = (count: number) => count * 60;
export const days = (count: number) => count * 24 * 60;
export const years = (count: number) => days(Math.round(count * 365.25));

type Words = string | TextRun;

export function p(...words: Words[]): Paragraph {
  return { type: 'paragraph', content: runs(words) };
}

export function h(text: string): Block {
  return { type: 'heading', attrs: { level: 2 }, content: runs([text]) };
}

export function quote(...words: Words[]): Block {
  return { type: 'quote', content: [p(...words)] };
}

export function list(...items: string[]): Block {
  return { type: 'list', attrs: { ordered: false }, content: items.map(listItem) };
}

export function steps(...items: string[]): Block {
  return { type: 'list', attrs: { ordered: true }, content: items.map(listItem) };
}

/** The first row names the columns. */
export function table(...rows: string[][]): Block {
  return {
    type: 'table',
    content: rows.map((cells, row) => ({
      type: 'row',
      content: cells.map((text) => ({ type: 'cell', attrs: { header: row === 0 }, content: [p(text)] })),
    })),
  };
}

/** A drawing of the agency's own, with the size it was drawn at. */
export function picture(name: string, words: { alt: string; caption: string; credit: string }): Block {
  const drawn = samplePictures.find((one) => one.name === name);
  if (!drawn) throw new Error(`There is no sample picture ${name}.`);
  const { width, height } = drawn;
  return { type: 'image', attrs: { picture: `sample:${name}`, src: null, ...words, width, height } };
}

export function link(text: string, href: string): TextRun {
  return { type: 'text', text, marks: [{ type: 'link', attrs: { href } }] };
}

/** A mention that leads to the topic's page. */
export function about(text: string, slug: string): TextRun {
  return { type: 'text', text, marks: [{ type: 'topic', attrs: { slug } }] };
}

function listItem(text: string): ListItem {
  return { type: 'item', content: [p(text)] };
}

function runs(words: Words[]): Inline[] {
  return words.map((word) => (typeof word === 'string' ? { type: 'text', text: word } : word));
}
