/** Comments and fronts for tests that only need some to be there: put into the tables, as nobody wrote or arranged them. */
import type { Client } from '../src/stories/story-store.ts';

export type TestComment = {
  code: number;
  id: number;
  answers?: number;
  name?: string;
  text?: string;
  at?: Date;
  state?: 'waiting' | 'rejected' | 'published' | 'removed';
  email?: string;
};

export async function putComments(db: Client, comments: readonly TestComment[]): Promise<void> {
  for (const {
    code,
    id,
    answers = null,
    name = 'Mira',
    text = 'I was there.',
    at = new Date('2026-04-01T10:00:00Z'),
    ...more
  } of comments) {
    const { state = 'published', email } = more;
    const gone = state === 'removed';
    const shown = state === 'published' || gone ? at : null;
    await db.query(
      `insert into comments (id, story_id, lang, parent_id, version, name, body, sent_at, state, reason, address_hash, letters_hash,
         published_at) overriding system value
       select $2, id, lang, $3, 1, $4, $5, $6, $7, 'read-first', 'a network', '', $8 from stories where code = $1`,
      [code, id, answers, gone ? '' : name, gone ? '' : text, at, state, shown],
    );
    if (email !== undefined)
      await db.query(
        'insert into comment_contacts (comment_id, email, tell, given_at) values ($1, $2, true, $3)',
        [id, email, at],
      );
  }
}
