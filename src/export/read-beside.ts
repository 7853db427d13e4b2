/** Every SQL statement that reads for an export what stands beside the record: comments, and fronts as they were arranged. */
import type { Client } from '../stories/story-store.ts';
import type { ExportedComment, StoryComments } from './comment-files.ts';
import type { ExportedArrangement, FrontMonth } from './front-files.ts';

/** Stories that readers get, with a comment that readers see; as the names of their files are sorted. */
export async function listCommented(db: Client): Promise<number[]> {
  const { rows } = await db.query<{ code: number }>(
    `select code from published
     where story_id in (select story_id from comments where shown) order by code::text collate "C"`,
  );
  return rows.map(({ code }) => code);
}

/** Of these stories, in this order. */
export async function readCommentsOf(db: Client, codes: readonly number[]): Promise<StoryComments[]> {
  const { rows } = await db.query<ExportedComment & { code: number; lang: string }>(
    `select code, published.lang, comments.id, parent_id as answers, name, body as text, sent_at as at, comments.version, state
     from comments join published using (story_id) where code = any ($1) and shown order by comments.id`,
    [codes],
  );
  const byCode = Map.groupBy(rows, ({ code }) => code);
  return codes.map((code) => {
    const comments = byCode.get(code) ?? [];
    return {
      code,
      lang: comments[0]?.lang ?? '',
      comments: comments.map(({ code: _, lang: __, ...one }) => one),
    };
  });
}

export async function listFrontMonths(db: Client): Promise<Pick<FrontMonth, 'lang' | 'month'>[]> {
  const { rows } = await db.query<Pick<FrontMonth, 'lang' | 'month'>>(
    `select distinct lang, to_char(made_at at time zone 'UTC', 'YYYY-MM') as month from front_arrangements order by 1, 2`,
  );
  return rows;
}

/** What a front calls a story that readers do not get is withheld with its words. */
export async function readFrontMonth(
  db: Client,
  { lang, month }: Pick<FrontMonth, 'lang' | 'month'>,
): Promise<FrontMonth> {
  const { rows } = await db.query<ExportedArrangement>(
    `select section, made_at as "madeAt", made_by as by,
       coalesce((select jsonb_agg(jsonb_build_object('slot', slot, 'code', stories.code, 'until', until_at, 'headline',
           case when published.story_id is null then '' else front_pins.headline end, 'picture', front_pins.picture)
           order by slot collate "C")
         from front_pins join stories on stories.id = story_id left join published on published.story_id = stories.id
         where arrangement_id = arrangement.id), '[]') as pins
     from front_arrangements as arrangement
     where lang = $1 and made_at >= ($2 || '-01')::timestamp at time zone 'UTC'
       and made_at < (($2 || '-01')::timestamp + interval '1 month') at time zone 'UTC'
     order by made_at, section collate "C"`,
    [lang, month],
  );
  const arrangements = rows.map((row) => ({
    ...row,
    // A time inside JSON comes as text.
    pins: row.pins.map((pin) => ({ ...pin, until: pin.until && new Date(pin.until) })),
  }));
  return { lang, month, arrangements };
}
