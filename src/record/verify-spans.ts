/** Whether what readers get, and got, is what the acts say: lists, search and past views are made from these rows. */

import { firstPicture } from '../pictures/first-picture.ts';
import { bylineSlugs } from '../stories/byline-names.ts';
import { type StoryFields, wholeFields } from '../stories/story.ts';
import type { Client } from '../stories/story-store.ts';
import { plainText } from '../text/plain-text.ts';
import { canonicalJson } from './canonical-json.ts';
import { readInBatches } from './same-moment.ts';
import type { Tell } from './verify-record.ts';

type Span = {
  code: number;
  lang: string;
  version: number;
  effectiveAt: Date;
  headline: string;
  lead: string;
  section: string;
  topics: string[];
  thread: string;
  byline: string;
  bylines: string[] | null;
  subjects: string[] | null;
  credit: string;
  dateline: string;
  plain: string;
  fields: Partial<StoryFields> | null;
  placeAt: Date | null;
  madeAt: Date | null;
  updatedAt: Date | null;
  picture: unknown;
};

export async function checkSpans(db: Client, tell: Tell): Promise<void> {
  await checkWhichSpans(db, tell);
  for (const table of ['published', 'past_published'] as const) {
    for await (const spans of readSpans(db, table)) {
      for (const span of spans) checkSpan(span, tell);
    }
  }
}

function checkSpan(span: Span, tell: Tell): void {
  const fields = wholeFields(span.fields ?? {});
  const expected: [string, unknown, unknown][] = [
    ['headline', span.headline, fields.headline],
    ['lead', span.lead, fields.lead],
    ['section', span.section, fields.section],
    ['byline', span.byline, fields.byline],
    ['credit', span.credit, fields.credit],
    ['dateline', span.dateline, fields.dateline],
    ['topics', span.topics.join('\n'), fields.topics.map(({ slug }) => slug).join('\n')],
    ['list of names', span.bylines?.join('\n'), bylineSlugs(fields.byline, span.lang).join('\n')],
    ['list of subjects', span.subjects?.join('\n'), fields.subjects.map(({ code }) => code).join('\n')],
    ['thread', span.thread, fields.thread?.slug ?? ''],
    ['body', span.plain, plainText(fields.body)],
    ['picture', canonicalJson(span.picture), canonicalJson(firstPicture(fields.body))],
    ['time of change', span.updatedAt?.getTime(), span.version > 1 ? span.madeAt?.getTime() : undefined],
    ['place in lists', span.effectiveAt.getTime(), span.placeAt?.getTime()],
  ];
  for (const [name, shown, recorded] of expected) {
    if (shown !== recorded)
      tell({
        code: span.code,
        version: span.version,
        what: `Lists and search show another ${name} than the record has.`,
      });
  }
}

/** One span for each act after which the story was public, and the open one for the newest alone. */
async function checkWhichSpans(db: Client, tell: Tell): Promise<void> {
  const { rows } = await db.query<{ code: number; version: number; what: string }>(
    `with expected as (
       select acts.story_id, id as act_id, version, state, effective_at, acted_at,
         lead(effective_at) over story as until_at, lead(acted_at) over story as until_acted
       from acts window story as (partition by story_id order by id)),
     spans as (
       select story_id, act_id, version, code, lang, from_at, from_acted, null::timestamptz as until_at,
         null::timestamptz as until_acted from published
       union all
       select story_id, act_id, version, code, lang, from_at, from_acted, until_at, until_acted from past_published)
     select coalesce(spans.code, stories.code) as code, coalesce(spans.version, expected.version) as version,
       case when spans.act_id is null then 'Readers should get it, or have got it, but lists and search lack it.'
         when expected.act_id is null then 'Lists and search have it where readers should not get it.'
         else 'Lists and search have it at other times, or under another code or language, than the record.' end as what
     from (select * from expected where state = 'public') as expected
       full join spans on spans.act_id = expected.act_id and spans.story_id = expected.story_id
       left join stories on stories.id = coalesce(expected.story_id, spans.story_id)
     where spans.act_id is null or expected.act_id is null
       or (spans.version, spans.code, spans.lang, spans.from_at, spans.from_acted, spans.until_at, spans.until_acted)
         is distinct from (expected.version, stories.code, stories.lang, expected.effective_at, expected.acted_at,
           expected.until_at, expected.until_acted)
     union all
     select stories.code, newest.version, 'It is withheld, or not, against its newest act.'
     from (select distinct on (story_id) * from acts order by story_id, id desc) as newest
       full join withheld using (story_id) left join stories on stories.id = story_id
     where (newest.state is distinct from 'public') <> (withheld.act_id is not null)
       or (withheld.act_id is not null and withheld.act_id is distinct from newest.id)`,
  );
  for (const { code, version, what } of rows) tell({ code, version, what });
}

function readSpans(db: Client, table: 'published' | 'past_published'): AsyncGenerator<Span[]> {
  return readInBatches<Span>(
    db,
    `select spans.code, spans.lang, spans.version, spans.effective_at as "effectiveAt", headline, lead, section, topics, thread,
       byline, bylines, subjects, credit, dateline, plain, picture, updated_at as "updatedAt", versions.fields, made.effective_at as "madeAt",
       (select effective_at from acts where acts.story_id = spans.story_id order by id limit 1) as "placeAt"
     from ${table} as spans left join versions using (story_id, version)
       left join acts as made on made.id = versions.act_id
     order by spans.story_id, spans.version`,
  );
}
