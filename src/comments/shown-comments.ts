/** What readers see of the comments on a story: the first below it, all of them on a page of their own. */
import type pg from 'pg';
import type { Agency } from '../editions/edition.ts';
import { dayIn } from '../site/agency-day.ts';
import { readCommentRules } from './comment-setting.ts';
import {
  type CommentedStory,
  type CommentPlace,
  countShown,
  findCommented,
  listShown,
  newestCorrection,
  type ShownComment,
} from './comment-store.ts';
import { isOpen } from './is-open.ts';

export type CommentOnPage = {
  id: number;
  name: string;
  /** Each by itself, plain text with line ends. */
  paragraphs: string[];
  at: Date;
  /** When the story was corrected after it was written; null: it was not. */
  correctedAt: Date | null;
  /** The name of the comment that it answers, empty where that one is not shown any more; null: it answers none. */
  answers: string | null;
  removed: boolean;
  /** Where the words go on; null: they are all here. */
  more: string | null;
};

/** Below a story. */
export type StoryComments = {
  code: number;
  lang: string;
  isOpen: boolean;
  /** Of all that readers see. */
  count: number;
  first: CommentOnPage[];
};

/** Below a story: few, and of a long one the beginning, so that the page stays small. */
const firstComments = 5;
const firstLetters = 600;
/** On a page of their own. */
export const pageComments = 50;

type Deps = { pool: pg.Pool; agency: Agency; clock: () => Date };

/** @returns null for a story that readers do not get, and one that takes no comments and has none. */
export async function loadStoryComments(deps: Deps, code: number): Promise<StoryComments | null> {
  const { pool } = deps;
  const story = await findCommented(pool, code);
  if (!story) return null;
  const [open, count] = await Promise.all([takesComments(deps, story), countShown(pool, story.storyId)]);
  if (!open && count === 0) return null;
  const rows = await listShown(pool, { storyId: story.storyId, after: null, limit: firstComments });
  const first = (await onPage(deps, story, rows)).map((comment) => shortened(comment, story));
  return { code, lang: story.lang, isOpen: open, count, first };
}

/** A page of all. `next`: behind which place the next one begins, null where there is none. */
export async function loadComments(
  deps: Deps,
  story: CommentedStory,
  after: CommentPlace | null,
): Promise<{ comments: CommentOnPage[]; next: CommentPlace | null }> {
  const rows = await listShown(deps.pool, { storyId: story.storyId, after, limit: pageComments + 1 });
  const shown = rows.slice(0, pageComments);
  const last = rows.length > pageComments ? shown.at(-1) : undefined;
  return {
    comments: await onPage(deps, story, shown),
    next: last ? { thread: last.parentId ?? last.id, id: last.id } : null,
  };
}

export async function takesComments({ pool, agency, clock }: Deps, story: CommentedStory): Promise<boolean> {
  const { zone } = agency;
  return isOpen(await readCommentRules(pool), {
    own: story.own,
    at: story.at,
    zone,
    today: dayIn(zone, clock()),
  });
}

export function commentsPath({ lang, code }: { lang: string; code: number }): string {
  return `/${lang}/${code}/comments`;
}

export function paragraphsOf(text: string): string[] {
  return text.split(/\n{2,}/).filter((paragraph) => paragraph.trim() !== '');
}

async function onPage(
  { pool }: Deps,
  story: CommentedStory,
  rows: readonly ShownComment[],
): Promise<CommentOnPage[]> {
  const correction = rows.length > 0 ? await newestCorrection(pool, story.storyId) : null;
  const names = await namesOf(pool, rows);
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    paragraphs: paragraphsOf(row.text),
    at: row.at,
    correctedAt: correction && row.version < correction.version ? correction.at : null,
    answers: row.parentId === null ? null : (names.get(row.parentId) ?? ''),
    removed: row.removed,
    more: null,
  }));
}

/** Of those that are answered, also where they stand on the page before. */
async function namesOf(pool: pg.Pool, rows: readonly ShownComment[]): Promise<Map<number, string>> {
  const ids = [...new Set(rows.flatMap(({ parentId }) => (parentId === null ? [] : [parentId])))];
  if (ids.length === 0) return new Map();
  const { rows: found } = await pool.query<{ id: number; name: string }>(
    `select id, name from comments where id = any ($1) and state = 'published'`,
    [ids],
  );
  return new Map(found.map(({ id, name }) => [id, name]));
}

/** Cut between words, where it can be. */
function shortened(comment: CommentOnPage, story: CommentedStory): CommentOnPage {
  const text = comment.paragraphs.join('\n\n');
  const letters = [...text];
  if (letters.length <= firstLetters) return comment;
  const cut = letters.slice(0, firstLetters).join('');
  const whole = cut.slice(0, Math.max(cut.search(/\s\S*$/), firstLetters / 2)).toWellFormed();
  return {
    ...comment,
    paragraphs: paragraphsOf(`${whole.trimEnd()} …`),
    more: `${commentsPath(story)}#comment-${comment.id}`,
  };
}
