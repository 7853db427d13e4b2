/** Random rows of acts on stories in two languages, through the door of every act: what is refused has not happened. */
import * as fc from 'fast-check';
import type pg from 'pg';
import { writeAgency } from '../src/editions/agency-store.ts';
import type { Agency } from '../src/editions/edition.ts';
import { lockHead } from '../src/log/log-store.ts';
import { rotateKey } from '../src/log/signing-keys.ts';
import { keepPicture } from '../src/pictures/picture-store.ts';
import { type ActKind, actKinds } from '../src/record/act.ts';
import { inTransaction } from '../src/record/transaction.ts';
import { fileStory } from '../src/stories/file-story.ts';
import { performAct } from '../src/stories/perform-act.ts';
import { reasonClasses } from '../src/stories/reason-class.ts';
import { redactable } from '../src/stories/redact-story.ts';
import { saveDraft } from '../src/stories/save-draft.ts';
import type { StoryFields } from '../src/stories/story.ts';
import { readDraft } from '../src/stories/story-store.ts';
import type { Block } from '../src/text/story-text.ts';
import { agency } from './invented-story.ts';

export const bilingual: Agency = {
  ...agency,
  editions: agency.editions.map((edition) => ({
    ...edition,
    agency: edition.lang === 'fa' ? 'خبرگزاری هلیم' : 'Halim & “Press”',
    sections: [{ slug: 'world', name: 'World' }],
  })),
};

/** `picture`: which of the invented ones; null: none. */
type Words = { headline: string; lead: string; texts: string[]; picture: number | null; link: string };

export type Step =
  | {
      what: 'file';
      lang: 'en' | 'fa';
      words: Words;
      stated: number | null;
      grouped: boolean;
      code: number | null;
    }
  | { what: 'act'; story: number; kind: ActKind; reason: number; note: string; fields: number; words: Words }
  | { what: 'rotate' };

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.constantFrom(
    'بندر هلیم «بسته» شد\u200f.',
    'a < b & "c" > d',
    'One  two\u00a0three',
    '',
    '1,000 – 2,000 %0A',
  ),
);
const words = fc.record({
  headline: text.map((one) => one || 'A headline'),
  lead: text,
  texts: fc.array(text, { maxLength: 3 }),
  picture: fc.option(fc.nat({ max: 2 })),
  link: fc.constantFrom(
    'https://example.org/?a=1&b="2"',
    '/1000',
    '/fa/section/world',
    'mailto:a@example.org',
  ),
});
export const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    {
      weight: 3,
      arbitrary: fc.record({
        what: fc.constant('file' as const),
        lang: fc.constantFrom('en' as const, 'fa' as const),
        words,
        stated: fc.option(fc.integer({ min: 0, max: 3_000 })),
        grouped: fc.boolean(),
        code: fc.option(fc.constantFrom(7, 271_032, 999_999_999)),
      }),
    },
    {
      weight: 12,
      arbitrary: fc.record({
        what: fc.constant('act' as const),
        story: fc.nat({ max: 4 }),
        kind: fc.constantFrom(...actKinds),
        reason: fc.nat({ max: 9 }),
        note: text,
        fields: fc.integer({ min: 1, max: 511 }),
        words,
      }),
    },
    { weight: 1, arbitrary: fc.record({ what: fc.constant('rotate' as const) }) },
  ),
  { minLength: 10, maxLength: 40, size: 'max' },
);

const group = '5e0c6a0e-3f0c-4a57-9a40-2b3c1d0f7a11';
const pictures = ['red', 'green', 'blue'].map(
  (fill) =>
    `<svg xmlns="http://www.w3.org/2000/svg" width="64" height="48"><rect width="64" height="48" fill="${fill}"/></svg>`,
);
const begin = Date.parse('2026-03-14T12:00:00Z');

/** Each step in a transaction of its own. The first story is always published, so that there is a record. */
export async function takeSteps(pool: pg.Pool, taken: Step[]): Promise<void> {
  await writeAgency(pool, bilingual);
  const stories: number[] = [];
  for (const [at, step] of taken.entries()) {
    const now = new Date(begin + at * 3_600_000 * 7);
    await inTransaction(pool, async (db) => {
      const deps = { db, agency: bilingual, now };
      if (step.what === 'rotate') {
        await rotateKey(db, (await lockHead(db)).size, now);
        return;
      }
      // Kept again each time: a redaction may have taken its bytes away.
      const picture = step.words.picture === null ? null : pictures[step.words.picture];
      const hash = picture ? (await keepPicture(db, Buffer.from(picture))).hash : null;
      const fields = fieldsOf(step.words, hash);
      if (step.what === 'file') {
        const filed = await fileStory(db, now, {
          lang: step.lang,
          fields,
          statedAt: step.stated === null ? null : new Date(begin - step.stated * 86_400_000 * 3),
          translationGroup: step.grouped ? group : null,
          ...(step.code === null ? {} : { code: step.code }),
        });
        if (!filed.ok) return;
        const { storyId } = filed.value;
        stories.push(storyId);
        await performAct(deps, { kind: 'publish', storyId, by: at % 2 === 0 ? 'import' : 'Ana Moss' });
        return;
      }
      const storyId = stories[step.story % Math.max(stories.length, 1)];
      if (storyId === undefined) return;
      const { kind } = step;
      const classes = reasonClasses[kind];
      if (kind === 'update' || kind === 'correct' || kind === 'publish') {
        const revision = (await readDraft(db, storyId))?.revision ?? 0;
        await saveDraft(deps, { storyId, fields, revision });
      }
      await performAct(deps, {
        kind,
        storyId,
        by: step.note.length % 2 === 0 ? 'desk' : 'Ana <Moss>',
        reasonClass: classes[step.reason % classes.length],
        note: step.note,
        fields: redactable.filter((_, bit) => (step.fields >> bit) % 2 === 1),
        dueAt: step.reason % 3 === 0 ? new Date(now.getTime() - 60_000) : null,
      });
    });
  }
}

function fieldsOf({ headline, lead, texts, link }: Words, hash: string | null): StoryFields {
  const blocks: Block[] = texts.map((one, at) => ({
    type: 'paragraph',
    attrs: { dir: at % 2 === 0 ? null : 'rtl', lang: at % 2 === 0 ? null : 'fa' },
    content:
      one === '' ? [] : [{ type: 'text', text: one, marks: [{ type: 'link', attrs: { href: link } }] }],
  }));
  const image: Block[] =
    hash === null
      ? []
      : [
          {
            type: 'image',
            attrs: {
              picture: hash,
              src: null,
              alt: 'A colour',
              caption: lead,
              credit: '',
              width: 64,
              height: 48,
            },
          },
        ];
  return {
    headline,
    lead,
    body: { type: 'doc', content: [...blocks, ...image] },
    dateline: 'Halim',
    credit: 'Halim Press',
    byline: '',
    section: 'world',
    topics: [{ slug: 'weather', name: 'Weather & <wind>' }],
    subjects: [{ code: '17000000', name: 'weather & <wind>' }],
    thread: link.length % 2 === 0 ? { slug: 'storm', name: 'The “storm” & <after>' } : null,
  };
}
