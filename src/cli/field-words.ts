/** New words for a story as they are given on the command line: `--fields headline='New words'`, JSON, or @FILE. */
import { readFileSync } from 'node:fs';
import { newestVersion, readVersion } from '../record/version-store.ts';
import { type Result, refuse } from '../stories/refusal.ts';
import { saveDraft } from '../stories/save-draft.ts';
import { slugOf } from '../stories/slug-of.ts';
import {
  fieldNames,
  isSubjectCode,
  isThreadSlug,
  type StoryFields,
  type Subject,
  type Thread,
  wholeFields,
} from '../stories/story.ts';
import { type Client, lockStory, readDraft } from '../stories/story-store.ts';
import { checkSubjects, nameSubjects } from '../subjects/may-choose.ts';
import { checkStoryText, paragraphs, type StoryText } from '../text/story-text.ts';
import { WrongUse } from './words.ts';

/** Fields by name; what later words say wins. @throws WrongUse for what is no field or no JSON. */
export function readFieldWords(given: string[]): Partial<StoryFields> {
  const words = Object.assign({}, ...given.map(readOne)) as Record<string, unknown>;
  const unknown = Object.keys(words).find((name) => !(fieldNames as string[]).includes(name));
  if (unknown !== undefined)
    throw new WrongUse(`A story has no field “${unknown}”: it has ${fieldNames.join(', ')}.`);
  return Object.fromEntries(Object.entries(words).map(([name, value]) => [name, readField(name, value)]));
}

function readOne(said: string): object {
  if (said.startsWith('@')) return readJson(readFile(said.slice(1)), said);
  if (said.trimStart().startsWith('{')) return readJson(said, '--fields');
  const at = said.indexOf('=');
  if (at < 1)
    throw new WrongUse(`--fields is “${said}”: it must be name=words, a JSON object or @FILE with one.`);
  const name = said.slice(0, at).trim();
  const value = said.slice(at + 1);
  const [, swallowed] = new RegExp(`,\\s*(${fieldNames.join('|')})=`).exec(value) ?? [];
  if (swallowed)
    throw new WrongUse(
      `The words for ${name} hold “${swallowed}=”: give --fields once for each field, as --fields ${name}='…' --fields ${swallowed}='…', or all of them as one JSON object.`,
    );
  return { [name]: value };
}

function readFile(name: string): string {
  try {
    return readFileSync(name === '-' ? 0 : name, 'utf8');
  } catch (error) {
    throw new WrongUse(`The file ${name} cannot be read (${(error as NodeJS.ErrnoException).code}).`);
  }
}

function readJson(text: string, where: string): object {
  try {
    const value: unknown = JSON.parse(text);
    if (value !== null && typeof value === 'object' && !Array.isArray(value)) return value;
  } catch {
    // Said below.
  }
  throw new WrongUse(`${where} is no JSON object of a story's fields.`);
}

/** A body may be plain text: a blank line parts paragraphs. Topics may be names with commas between, subjects codes. */
function readField(name: string, value: unknown): unknown {
  if (name === 'body') {
    if (typeof value === 'string') return readPlainBody(value);
    try {
      return checkStoryText(value);
    } catch (error) {
      throw new WrongUse(`The body does not fit the schema: ${(error as Error).message}`);
    }
  }
  if (name === 'topics') {
    if (typeof value === 'string')
      return value
        .split(',')
        .map((one) => one.trim())
        .filter(Boolean)
        .map(topicOf);
    const fits =
      Array.isArray(value) &&
      value.every((one) => typeof one?.slug === 'string' && typeof one?.name === 'string');
    if (!fits) throw new WrongUse('topics must be names with commas between, or a list of {slug, name}.');
    return value;
  }
  if (name === 'subjects') return readSubjectWords(value);
  if (name === 'thread') return readThreadWords(value);
  if (typeof value !== 'string') throw new WrongUse(`${name} must be text.`);
  return value;
}

/** Readers would see tags as they stand; who means them so says it in the JSON of a body. */
function readPlainBody(text: string): StoryText {
  const [tag] = /<\/?[a-z][a-z0-9]*(?:\s[^<>]*)?\/?>/i.exec(text) ?? [];
  if (tag)
    throw new WrongUse(
      `The body holds the mark “${tag}”: it must be plain text with blank lines between paragraphs, or a story text in JSON, as {"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"…"}]}]}.`,
    );
  return paragraphs(
    ...text
      .split(/\n\s*\n/)
      .map((paragraph) => paragraph.trim())
      .filter(Boolean),
  );
}

function topicOf(name: string): { slug: string; name: string } {
  return { slug: slugOf(name), name };
}

/** Codes alone get their names from the vocabulary (patchDraft). */
function readSubjectWords(value: unknown): Subject[] {
  const list = typeof value === 'string' ? value.split(',').filter((one) => one.trim() !== '') : value;
  const subjects = Array.isArray(list)
    ? list.map((one) => (typeof one === 'string' ? { code: one.trim(), name: '' } : one))
    : [null];
  if (!subjects.every((one) => isSubjectCode(one?.code ?? '') && typeof (one?.name ?? '') === 'string'))
    throw new WrongUse(
      'subjects must be codes of eight figures with commas between, or a list of {code, name}.',
    );
  return subjects.map(({ code, name = '' }) => ({ code, name }));
}

/** A name, whose address is made of it; empty or null: none. */
function readThreadWords(value: unknown): Thread | null {
  if (value === null || value === '') return null;
  const thread = typeof value === 'string' ? { slug: slugOf(value), name: value.trim() } : (value as Thread);
  const fits =
    typeof thread.slug === 'string' && isThreadSlug(thread.slug) && typeof thread.name === 'string';
  if (!fits || thread.name === '')
    throw new WrongUse('thread must be a name, {slug, name}, or null for none.');
  return { slug: thread.slug, name: thread.name };
}

/** Puts words over the story's draft, or over its newest version where it has none. */
export async function patchDraft(
  { db, now }: { db: Client; now: Date },
  storyId: number,
  words: Record<string, unknown>,
): Promise<Result<unknown>> {
  const draft = await readDraft(db, storyId);
  const base = draft ? draft.fields : await newestFields(db, storyId);
  if (!base) return refuse({ kind: 'no-such-story' });
  const fields = { ...base, ...words } as StoryFields;
  const fit = await checkSubjects(db, fields.subjects, base.subjects);
  if (!fit.ok) return fit;
  fields.subjects = await withNames(db, storyId, fields.subjects);
  return saveDraft({ db, now }, { storyId, fields, revision: draft?.revision ?? 0 });
}

async function withNames(db: Client, storyId: number, subjects: Subject[]): Promise<Subject[]> {
  if (subjects.every(({ name }) => name !== '')) return subjects;
  const named = await nameSubjects(db, subjects, (await lockStory(db, storyId))?.lang ?? 'en');
  return subjects.map((one, at) => (one.name === '' ? (named[at] ?? one) : one));
}

async function newestFields(db: Client, storyId: number): Promise<StoryFields | null> {
  const version = await readVersion(db, storyId, await newestVersion(db, storyId));
  return version ? wholeFields(version.fields) : null;
}
