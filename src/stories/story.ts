/** What a story is: its fields, its codes and the rules about them. Pure; nothing here touches a disk or a clock. */
import type { StoryText } from '../text/story-text.ts';

/**
 * The words and facts of one version. Every field has its own salt and commitment in the record, so the names here are
 * for ever. Empty string or empty list: the story has none.
 */
export type StoryFields = {
  headline: string;
  lead: string;
  body: StoryText;
  /** The place a story is filed from, as printed: "Tehran". */
  dateline: string;
  /** The agency or provider whose story it is: "Sputnik". */
  credit: string;
  byline: string;
  /** Section slug: "world". Empty: none. */
  section: string;
  /** Topics as {slug, name} in the story's language. */
  topics: { slug: string; name: string }[];
  /** What it is about, in the order in which it matters. Acts that were recorded before 0.2 have none of it. */
  subjects: Subject[];
  /** The one running event that it belongs to; null: none. As above of earlier acts. */
  thread: Thread | null;
};

/** An IPTC Media Topic: its code of eight figures, and its name in the story's language as it was when chosen. */
export type Subject = { code: string; name: string };

/** A running event: the slug of its address, the same in every language, and its name in the story's. */
export type Thread = { slug: string; name: string };

/** A story with no words: what stands for a field that was removed. */
const noFields: StoryFields = {
  headline: '',
  lead: '',
  body: { type: 'doc', content: [] },
  dateline: '',
  credit: '',
  byline: '',
  section: '',
  topics: [],
  subjects: [],
  thread: null,
};

export const fieldNames = Object.keys(noFields) as (keyof StoryFields)[];

/** Fields as the record keeps them, with nothing where a redaction took something away. */
export function wholeFields(kept: Partial<StoryFields>): StoryFields {
  return { ...noFields, ...kept };
}

/** Subjects that one story may have. */
export const mostSubjects = 20;

/** Longest name of a subject or thread, and longest slug of a thread, in UTF-16 units. */
export const longestName = 200;

const subjectCode = /^\d{8}$/;

export function isSubjectCode(code: string): boolean {
  return subjectCode.test(code);
}

/** Where the IPTC keeps its Media Topics: the scheme of their codes in every format for machines. */
export const subjectScheme = 'http://cv.iptc.org/newscodes/mediatopic/';

export function subjectUri(code: string): string {
  return subjectScheme + code;
}

const threadSlug = /^[\p{L}\p{N}\p{M}\u200c]+(?:-[\p{L}\p{N}\p{M}\u200c]+)*$/u;

/** Letters and figures of any script, joined by hyphens: what an address can have between two slashes. */
export function isThreadSlug(slug: string): boolean {
  return slug.length <= longestName && threadSlug.test(slug);
}

/** The largest code that an imported story may keep. */
export const largestImportedCode = 999_999_999;

/** Whether a stated number may be kept as a story's code: a whole number from 1 to 999,999,999. */
export function mayKeepCode(code: number): boolean {
  return Number.isInteger(code) && code >= 1 && code <= largestImportedCode;
}
