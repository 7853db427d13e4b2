/**
 * What readers wrote below a story, as an export has it: what readers see of it, and nothing else. No address is in it, of
 * either kind. It is no part of the record: no leaf knows of it.
 */
import { longestName, longestText } from '../comments/comment.ts';
import { readDraft } from '../comments/read-draft.ts';
import { exportJson } from './export-json.ts';
import { commentsFolder, exportFormat } from './export-paths.ts';
import { list, membersOf, moment, mustBe, parse, string, whole } from './read-members.ts';

export type ExportedComment = {
  /** Of the installation that it was written on. */
  id: number;
  /** The comment that it answers, which itself answers none. */
  answers: number | null;
  /** The name that readers see, and the words. Both empty where its writer had it removed: its place is left. */
  name: string;
  text: string;
  at: Date;
  /** Of the story, as its writer had it. */
  version: number;
  state: 'published' | 'removed';
};

/** `comments`: in the order in which they were written. */
export type StoryComments = { code: number; lang: string; comments: ExportedComment[] };

export function commentsPath(code: number): string {
  return `${commentsFolder}/${code}.json`;
}

/** The story's code; null for a path that is no file of comments. */
export function codeOfComments(path: string): number | null {
  const [, code] = /^data\/comments\/([1-9]\d{0,14})\.json$/.exec(path) ?? [];
  return code === undefined ? null : Number(code);
}

export function commentsJson({ code, lang, comments }: StoryComments): string {
  const told = comments.map((comment) => ({ ...comment, at: comment.at.toISOString() }));
  return exportJson({ code, lang, comments: told, format: exportFormat }, 3);
}

/** @throws RangeError, naming what is not as an export writes it. */
export function readComments(text: string): StoryComments {
  const json = membersOf(parse(text), 'the file');
  mustBe(json.format === exportFormat, 'format');
  const read = {
    code: whole(json.code, 'code'),
    lang: string(json.lang, 'lang'),
    comments: list(json.comments, 'comments').map(readComment),
  };
  const seen = new Set<number>();
  for (const { id, answers } of read.comments) {
    mustBe(!seen.has(id), `the number of comment ${id}`);
    mustBe(answers === null || seen.has(answers), `what comment ${id} answers`);
    // Who answers an answer answers the comment above both: only those that answer none are answered.
    if (answers === null) seen.add(id);
  }
  mustBe(new Set(read.comments.map(({ id }) => id)).size === read.comments.length, 'comments');
  mustBe(commentsJson(read) === text, 'the file');
  return read;
}

/** Behind an imported comment others are numbered for as long as anybody comments. */
const highestId = 2 ** 40;

function readComment(json: unknown): ExportedComment {
  const comment = membersOf(json, 'comments');
  const state = comment.state as ExportedComment['state'];
  mustBe(state === 'published' || state === 'removed', 'state');
  const read = {
    id: whole(comment.id, 'id'),
    answers: comment.answers === null ? null : whole(comment.answers, 'answers'),
    name: string(comment.name, 'name'),
    text: string(comment.text, 'text'),
    at: moment(comment.at, 'at'),
    version: whole(comment.version, 'version'),
    state,
  };
  mustBe(read.id <= highestId, `the number of comment ${read.id}`);
  // No form took other words.
  const { name, text } = readDraft(new URLSearchParams({ name: read.name, comment: read.text }));
  const isShort = [...name].length <= longestName && [...text].length <= longestText;
  mustBe(isShort && name === read.name && text === read.text, `what comment ${read.id} says`);
  mustBe(state === 'published' || (read.name === '' && read.text === ''), `comment ${read.id}`);
  return read;
}
