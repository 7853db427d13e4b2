/**
 * Makes outside text fit to be kept: no NUL (PostgreSQL has no place for one), no lone surrogate (it has no UTF-8),
 * no line break in a one-line field. Nothing else is changed; a body goes through the schema.
 */
import { checkStoryText, type StoryText } from '../text/story-text.ts';
import {
  isSubjectCode,
  isThreadSlug,
  longestName,
  mostSubjects,
  type StoryFields,
  type Subject,
  type Thread,
} from './story.ts';

/** @throws RangeError where the body, a subject or the thread is not one that can be kept. */
export function cleanFields(fields: StoryFields): StoryFields {
  return {
    headline: oneLine(fields.headline),
    lead: wellFormed(fields.lead).trim(),
    body: checkStoryText(storable(fields.body) as StoryText),
    dateline: oneLine(fields.dateline),
    credit: oneLine(fields.credit),
    byline: oneLine(fields.byline),
    section: oneLine(fields.section),
    topics: fields.topics.map(({ slug, name }) => ({ slug: oneLine(slug), name: oneLine(name) })),
    subjects: cleanSubjects(fields.subjects),
    thread: fields.thread && cleanThread(fields.thread),
  };
}

/** Each code once, where it stands first. */
function cleanSubjects(subjects: Subject[]): Subject[] {
  const kept = new Map<string, Subject>();
  for (const { code, name } of subjects) {
    const subject = { code, name: oneLine(name) };
    if (!isSubjectCode(code)) throw new RangeError(`“${code}” is no code of a subject`);
    if (!isName(subject.name)) throw new RangeError(`the subject ${code} has no name, or too long a one`);
    if (!kept.has(code)) kept.set(code, subject);
  }
  if (kept.size > mostSubjects) throw new RangeError(`a story has at most ${mostSubjects} subjects`);
  return [...kept.values()];
}

function cleanThread({ slug, name }: Thread): Thread {
  const thread = { slug: oneLine(slug), name: oneLine(name) };
  if (!isThreadSlug(thread.slug)) throw new RangeError(`“${thread.slug}” cannot be the address of a thread`);
  if (!isName(thread.name)) throw new RangeError('the thread has no name, or too long a one');
  return thread;
}

function isName(name: string): boolean {
  return name !== '' && name.length <= longestName;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/g;

function wellFormed(text: string): string {
  // Control characters but tab and line end: XML has no way to write them.
  return text.replace(forbidden, '').toWellFormed();
}

/** One line that PostgreSQL and XML can keep: a name, a headline, a sentence for readers. */
export function oneLine(text: string): string {
  return wellFormed(text)
    .replace(/[ \t]*[\r\n\u2028\u2029]+[ \t]*/g, ' ')
    .trim();
}

/** The same JSON, with texts that PostgreSQL can keep. */
export function storable(value: unknown): unknown {
  if (typeof value === 'string') return wellFormed(value);
  if (Array.isArray(value)) return value.map(storable);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, storable(member)]));
}
