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
};

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
};

export const fieldNames = Object.keys(noFields) as (keyof StoryFields)[];

/** Fields as the record keeps them, with nothing where a redaction took something away. */
export function wholeFields(kept: Partial<StoryFields>): StoryFields {
  return { ...noFields, ...kept };
}

/** The largest code that an imported story may keep. */
export const largestImportedCode = 999_999_999;

/** Whether a stated number may be kept as a story's code: a whole number from 1 to 999,999,999. */
export function mayKeepCode(code: number): boolean {
  return Number.isInteger(code) && code >= 1 && code <= largestImportedCode;
}
