/** Which public stories show a picture: a picture is public as long as one of them is. */
import type { Client } from '../stories/story-store.ts';
import type { StoryText } from '../text/story-text.ts';

/** Notes the pictures of a version. */
export async function keepPictureUses(db: Client, storyId: number, body: StoryText): Promise<void> {
  const hashes = pictureHashes(body);
  if (hashes.length === 0) return;
  await db.query(
    `insert into picture_uses (sha256, story_id) select sha256, $2 from pictures where sha256 = any ($1)
     on conflict do nothing`,
    [hashes.map((hash) => Buffer.from(hash, 'hex')), storyId],
  );
}

/** SHA-256 in hex of each picture of a body whose bytes are kept. */
export function pictureHashes(body: StoryText): string[] {
  const hashes = body.content.flatMap((block) =>
    block.type === 'image' && block.attrs.picture ? [block.attrs.picture] : [],
  );
  return [...new Set(hashes)];
}
