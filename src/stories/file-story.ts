/** Files a story: a new draft with its permanent code. */
import { cleanFields } from './clean-fields.ts';
import { type Result, refuse } from './refusal.ts';
import { mayKeepCode, type StoryFields } from './story.ts';
import { type Client, findHolder, insertDraft, insertStory, noteCode, takeNextCode } from './story-store.ts';

export type NewStory = {
  lang: string;
  fields: StoryFields;
  /** A code that the story brings with it; absent: the next free one. */
  code?: number | undefined;
  translationGroup?: string | null;
  statedAt?: Date | null;
  doubts?: string[];
  /** Who writes it; absent: it came in by itself. */
  by?: string | undefined;
};

export type FiledStory = { storyId: number; code: number };

/** Inside the caller's transaction. Refuses a code that is taken or out of range, and then changes nothing. */
export async function fileStory(db: Client, now: Date, story: NewStory): Promise<Result<FiledStory>> {
  const code = story.code ?? (await takeNextCode(db));
  if (story.code !== undefined) {
    if (!mayKeepCode(code)) return refuse({ kind: 'code-out-of-range', code });
    await noteCode(db, code);
    const holder = await findHolder(db, code);
    if (holder) return refuse({ kind: 'code-taken', code, headline: holder.headline });
  }
  const storyId = await fileDraft(db, now, story, code);
  return { ok: true, value: { storyId, code } };
}

/** Keeps what has no place among the codes: a draft that an editor must give one. */
export async function fileWithoutCode(db: Client, now: Date, story: NewStory): Promise<{ storyId: number }> {
  return { storyId: await fileDraft(db, now, story, null) };
}

async function fileDraft(db: Client, now: Date, story: NewStory, code: number | null): Promise<number> {
  const { lang, translationGroup = null, statedAt = null, doubts = [] } = story;
  const storyId = await insertStory(db, { code, lang, translationGroup, createdAt: now });
  await insertDraft(db, {
    storyId,
    fields: cleanFields(story.fields),
    statedAt,
    doubts,
    savedAt: now,
    by: story.by,
  });
  return storyId;
}
