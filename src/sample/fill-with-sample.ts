/** Fills an empty installation with the invented agency, once, whole or not at all. */
import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { markDates } from '../dates/mark-dates.ts';
import { readAgency, writeAgency } from '../editions/agency-store.ts';
import { writeSetting } from '../editions/setting.ts';
import { insertArrangement } from '../fronts/front-store.ts';
import { keepPicture } from '../pictures/picture-store.ts';
import { inTransaction } from '../record/transaction.ts';
import { dayIn } from '../site/agency-day.ts';
import { fileStory } from '../stories/file-story.ts';
import { publishStory } from '../stories/publish-story.ts';
import { sentenceOf } from '../stories/refusal.ts';
import type { Client } from '../stories/story-store.ts';
import { nameSubjects } from '../subjects/may-choose.ts';
import type { StoryText } from '../text/story-text.ts';
import { fillLock } from './fill-lock.ts';
import { samplePictures } from './pictures.ts';
import { sampleAgency, sampleStories } from './sample-agency.ts';
import { writeSampleComments } from './sample-comments.ts';
import { sampleFronts } from './sample-fronts.ts';
import { samplePages } from './sample-pages.ts';
import type { SampleStory } from './sample-story.ts';

/** @returns what a person should be told, or nothing. */
export async function fillWithSample(
  pool: pg.Pool,
  { empty, now }: { empty: boolean; now: Date },
): Promise<{ sentence: string | null }> {
  return inTransaction(pool, async (db) => {
    await db.query('select pg_advisory_xact_lock($1)', [fillLock]);
    const { rows } = await db.query<{ filled: boolean }>(
      'select exists (select from stories) or exists (select from settings) as filled',
    );
    if (rows[0]?.filled) return { sentence: await sayFilled(db, empty) };
    const agency = { ...(await readAgency(db)), sample: false };
    if (empty) {
      // The choice is kept: a later start without EMPTY does not fill what was begun empty.
      await writeAgency(db, agency);
      return { sentence: null };
    }
    await writeAgency(db, sampleAgency);
    await writeSetting(db, 'pages', samplePages);
    await publishSample(db, now);
    await arrangeSample(db, now);
    return {
      sentence: 'The installation was empty: it now holds a small invented agency (EMPTY=1 starts without).',
    };
  });
}

async function sayFilled(db: Client, empty: boolean): Promise<string | null> {
  if (!empty || !(await readAgency(db)).sample) return null;
  return 'EMPTY=1 changes nothing: this installation is filled already, with the invented agency.';
}

async function publishSample(db: Client, now: Date): Promise<void> {
  const pictures = new Map<string, string>();
  for (const { name, svg } of samplePictures) {
    pictures.set(`sample:${name}`, (await keepPicture(db, Buffer.from(svg))).hash);
  }
  const groups = new Map<string, string>();
  // In the order in which the agency would have published them.
  for (const story of [...sampleStories].sort((a, b) => b.minutesAgo - a.minutesAgo)) {
    await publishOne(db, story, { now, pictures, groups });
  }
  await writeSampleComments(db, now);
}

async function arrangeSample(db: Client, madeAt: Date): Promise<void> {
  for (const { lang, pins } of sampleFronts)
    await insertArrangement(
      db,
      { lang, section: '' },
      {
        madeAt,
        by: 'sample',
        pins: pins.map(({ group, ...pin }) => ({ ...pin, until: null, code: codeIn(lang, group) })),
      },
    );
}

function codeIn(lang: string, group: string): number {
  const story = sampleStories.find((one) => one.lang === lang && one.group === group);
  if (!story) throw new Error(`There is no sample story ${group} in ${lang}.`);
  return story.code;
}

type Filling = { now: Date; pictures: Map<string, string>; groups: Map<string, string> };

async function publishOne(db: Client, story: SampleStory, { now, pictures, groups }: Filling): Promise<void> {
  const statedAt = new Date(Math.floor(now.getTime() / 60_000 - story.minutesAgo) * 60_000);
  const on = dayIn(sampleAgency.zone, statedAt);
  const body = markDates(withPictures(story.fields.body, pictures), { on, language: story.lang });
  if (story.group && !groups.has(story.group)) groups.set(story.group, randomUUID());
  const translationGroup = story.group ? (groups.get(story.group) ?? null) : null;
  const { lang, code } = story;
  const filed = await fileStory(db, now, {
    lang,
    code,
    statedAt,
    translationGroup,
    fields: { ...story.fields, body, subjects: await nameSubjects(db, story.fields.subjects, lang) },
  });
  if (!filed.ok) throw new Error(`Sample story ${code}: ${sentenceOf(filed.refusal)}`);
  const deps = { db, agency: sampleAgency, now };
  const published = await publishStory(deps, { storyId: filed.value.storyId, by: 'sample' });
  if (!published.ok) throw new Error(`Sample story ${code}: ${sentenceOf(published.refusal)}`);
}

function withPictures(body: StoryText, pictures: Map<string, string>): StoryText {
  const content = body.content.map((block) => {
    if (block.type !== 'image' || !block.attrs.picture) return block;
    const picture = pictures.get(block.attrs.picture);
    if (!picture) throw new Error(`There is no sample picture ${block.attrs.picture}.`);
    return { ...block, attrs: { ...block.attrs, picture } };
  });
  return { ...body, content };
}
