/** With a story's text go its pictures, also those that readers never got. */
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { actOn } from '../../test/acts.ts';
import { agency, fileDraft, publishOne, storyFields } from '../../test/invented-story.ts';
import { testDatabase } from '../../test/test-database.ts';
import { insertCopy } from '../desk/desk-store.ts';
import { writeAgency } from '../editions/agency-store.ts';
import { keepPicture } from '../pictures/picture-store.ts';
import { saveDraft } from '../stories/save-draft.ts';
import type { Image, StoryText } from '../text/story-text.ts';

it('takes away what a story’s versions, draft and kept texts show, and nothing that another draft shows', async () => {
  const { pool } = await testDatabase();
  await writeAgency(pool, agency);
  const picture = async (width: number) => {
    const bytes = await sharp({ create: { width, height: 9, channels: 3, background: '#258' } })
      .png()
      .toBuffer();
    return (await keepPicture(pool, bytes)).hash;
  };
  const [published, drafted, kept, shared] = [
    await picture(1),
    await picture(2),
    await picture(3),
    await picture(4),
  ];
  const { storyId, code } = await publishOne({ pool }, { body: bodyOf(published) });
  const draft = { storyId, fields: storyFields({ body: bodyOf(drafted, shared) }), revision: 0 };
  expect((await saveDraft({ db: pool, now: new Date() }, draft)).ok).toBe(true);
  const copy = { storyId, by: 'Ana Moss', at: new Date(), why: 'take-over' } as const;
  await insertCopy(pool, { ...copy, fields: storyFields({ body: bodyOf(kept) }) });
  await fileDraft({ pool }, { body: bodyOf(shared) });
  await actOn(pool, code, 'redact', { fields: ['body'], reasonClass: 'legal' });
  const { rows } = await pool.query<{ hash: string }>(`select encode(sha256, 'hex') as hash from pictures`);
  expect(rows.map(({ hash }) => hash)).toEqual([shared]);
});

function bodyOf(...hashes: string[]): StoryText {
  const attrs = { src: null, alt: 'A', decorative: false, caption: '', credit: '', width: 9, height: 9 };
  return {
    type: 'doc',
    content: hashes.map((picture): Image => ({ type: 'image', attrs: { picture, ...attrs } })),
  };
}
