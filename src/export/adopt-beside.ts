/** Takes over what stands beside the record: comments with their numbers, and what was arranged on fronts. */
import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { lettersHash } from '../comments/letters.ts';
import { insertArrangement } from '../fronts/front-store.ts';
import type { Client } from '../stories/story-store.ts';
import { readComments, type StoryComments } from './comment-files.ts';
import { commentsFolder, frontsFolder, manifestName } from './export-paths.ts';
import { readFronts } from './front-files.ts';
import { readManifest } from './manifest.ts';

/**
 * The stories are there. An export that was made before these were in it has none.
 * @param changed what is thrown where a file is not what the manifest says.
 */
export async function adoptBeside(db: Client, root: string, changed: () => Error): Promise<void> {
  for await (const lines of readManifest(path.join(root, manifestName))) {
    for (const line of lines) {
      const isComments = line?.path.startsWith(`${commentsFolder}/`);
      if (!line || !(isComments || line.path.startsWith(`${frontsFolder}/`))) continue;
      const bytes = readFileSync(path.join(root, line.path));
      if (hash('sha256', bytes, 'hex') !== line.sha256) throw changed();
      if (isComments) await insertComments(db, readComments(bytes.toString()));
      else await insertFronts(db, bytes.toString());
    }
  }
  await db.query(
    `select setval(pg_get_serial_sequence('comments', 'id'), max(id)) from comments having max(id) is not null`,
  );
}

/** What a moderator decided stays decided; whose it was nobody can tell any more. */
async function insertComments(db: Client, { code, lang, comments }: StoryComments): Promise<void> {
  const rows = comments.map(({ text, ...comment }) => ({
    ...comment,
    body: text,
    reason: comment.state === 'removed' ? 'requested' : 'approved',
    letters: comment.state === 'removed' ? '' : lettersHash(text).toString('hex'),
  }));
  await db.query(
    `insert into comments (id, story_id, lang, parent_id, version, name, body, sent_at, state, reason, letters_hash, published_at)
       overriding system value
     select row.id, stories.id, $2, answers, row.version, name, body, at, state, reason, decode(letters, 'hex'), at
     from jsonb_to_recordset($3) as row (id bigint, answers bigint, version integer, name text, body text, at timestamptz,
       state text, reason text, letters text) join stories on stories.code = $1
     order by row.id`,
    [code, lang, JSON.stringify(rows)],
  );
}

async function insertFronts(db: Client, text: string): Promise<void> {
  const { lang, arrangements } = readFronts(text);
  for (const { section, ...arrangement } of arrangements)
    await insertArrangement(db, { lang, section }, arrangement);
}
