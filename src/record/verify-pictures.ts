/** Whether pictures and evidence are the bytes that their names say, and each picture that a story shows is there. */
import { createHash } from 'node:crypto';
import { pictureHashes } from '../pictures/picture-uses.ts';
import type { Client } from '../stories/story-store.ts';
import type { StoryText } from '../text/story-text.ts';
import type { Tell } from './verify-record.ts';

export async function checkPictures(db: Client, tell: Tell): Promise<number> {
  const pictures = await readHashes(db, 'pictures');
  for (const hash of pictures) await checkBytes(db, 'pictures', hash, tell);
  for (const hash of await readHashes(db, 'raw_evidence')) await checkBytes(db, 'raw_evidence', hash, tell);
  const known = new Set(pictures.map((hash) => hash.toString('hex')));
  const { rows } = await db.query<{ code: number; version: number; body: StoryText }>(
    `select stories.code, version, fields -> 'body' as body from versions join stories on stories.id = story_id
     where jsonb_path_exists(fields, '$.body.content[*] ? (@.type == "image")')`,
  );
  const uses = await readUses(db);
  for (const { code, version, body } of rows) {
    for (const hash of pictureHashes(body)) {
      if (!known.has(hash)) tell({ code, version, what: `The picture ${hash} that it shows is not there.` });
      else if (!uses.has(`${hash} ${code}`))
        tell({
          code,
          version,
          what: `The picture ${hash} is not noted as one that it shows: readers do not get it.`,
        });
    }
  }
  return pictures.length;
}

/** "hash code" of each picture and public story that shows it. */
async function readUses(db: Client): Promise<Set<string>> {
  const { rows } = await db.query<{ use: string }>(
    `select encode(sha256, 'hex') || ' ' || stories.code as use from picture_uses join stories on stories.id = story_id`,
  );
  return new Set(rows.map(({ use }) => use));
}

type Kept = 'pictures' | 'raw_evidence';

async function readHashes(db: Client, table: Kept): Promise<Buffer[]> {
  const { rows } = await db.query<{ sha256: Buffer }>(`select sha256 from ${table} order by sha256`);
  return rows.map(({ sha256 }) => sha256);
}

/** One at a time: evidence may have a hundred megabytes. */
async function checkBytes(db: Client, table: Kept, sha256: Buffer, tell: Tell): Promise<void> {
  const { rows } = await db.query<{ bytes: Buffer }>(`select bytes from ${table} where sha256 = $1`, [
    sha256,
  ]);
  const made = createHash('sha256')
    .update(rows[0]?.bytes ?? '')
    .digest();
  if (made.equals(sha256)) return;
  const what = table === 'pictures' ? 'picture' : 'kept file';
  tell({
    code: null,
    version: null,
    what: `The ${what} ${sha256.toString('hex')} has other bytes than its name says.`,
  });
}
