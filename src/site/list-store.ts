/** Every SQL statement that makes a list of public stories: newest first, by keyset, never by counting from the top. */

import type { PublicState } from '../record/act.ts';
import type { Client } from '../stories/story-store.ts';
import type { Image } from '../text/story-text.ts';
import { type NamedList, whereInList } from './named-list.ts';
import { type PastMoment, publicAt, removedStories } from './public-at.ts';

export type ListedRow = {
  code: number;
  lang: string;
  headline: string;
  lead: string;
  credit: string;
  dateline: string;
  section: string;
  effective_at: Date;
  updated_at: Date | null;
  version: number;
  picture: Image['attrs'] | null;
  /** The newest act that the row shows. */
  act_id: number;
  gone: Gone | null;
};

/** Why readers do not get a story that a past list had: its place is shown, its words are not. */
export type Gone = {
  state: Exclude<PublicState, 'public'>;
  at: Date;
  reasonClass: string;
  actId: number;
};

/** A place in a list: everything after it is older. */
export type Place = { at: Date; code: number };

export type ListQuestion = {
  lang: string;
  moment?: PastMoment | null;
  of?: NamedList | null;
  after?: Place | null;
  /** From a time until before another. */
  within?: { from: Date; until: Date } | null;
  except?: number;
  limit: number;
};

const names = [
  'code',
  'lang',
  'headline',
  'lead',
  'credit',
  'dateline',
  'section',
  'effective_at',
  'updated_at',
  'version',
  'picture',
  'act_id',
  'gone',
];

/** What a list reads of a relation that `publicAt` made. */
export const columnsOf = (relation: string) => names.map((name) => `${relation}.${name}`).join(', ');

export async function listStories(db: Client, asked: ListQuestion): Promise<ListedRow[]> {
  const values: unknown[] = [asked.lang];
  const value = (one: unknown) => `$${values.push(one)}`;
  const where = ['lang = $1'];
  if (asked.of)
    where.push(await whereInList(db, { lang: asked.lang, until: untilOf(asked) }, asked.of, value));
  // By its section a story is filed; by whom and about whom it was is what was removed.
  if (asked.of && asked.of.list !== 'section' && asked.moment)
    where.push(`story_id not in (${removedStories})`);
  if (asked.except !== undefined) where.push(`code <> ${value(asked.except)}`);
  if (asked.within)
    where.push(`effective_at >= ${value(asked.within.from)} and effective_at < ${value(asked.within.until)}`);
  if (asked.after)
    where.push(`(effective_at, code) < (${value(asked.after.at)}, ${value(asked.after.code)})`);
  const tail = `order by effective_at desc, code desc limit ${value(asked.limit)}`;
  const from = publicAt(asked.moment ?? null, value, { where: where.join(' and '), tail });
  const { rows } = await db.query<ListedRow>(
    `select ${columnsOf('listed')} from ${from} as listed ${tail}`,
    values,
  );
  return rows.map(withoutGoneWords);
}

/** No story of the list is newer. */
function untilOf({ after, within, moment }: ListQuestion): Date | null {
  const times = [after?.at, within?.until, moment?.at].flatMap((at) => (at ? [at.getTime()] : []));
  return times.length > 0 ? new Date(Math.min(...times)) : null;
}

/** The newest stories of each section, in one question. */
export async function listSections(
  db: Client,
  lang: string,
  slugs: string[],
  each: number,
  moment: PastMoment | null = null,
): Promise<ListedRow[]> {
  const values: unknown[] = [lang, slugs, each];
  const wanted = {
    where: 'lang = $1 and section = wanted.slug',
    tail: 'order by effective_at desc, code desc limit $3',
  };
  const from = publicAt(moment, (one) => `$${values.push(one)}`, wanted);
  const { rows } = await db.query<ListedRow>(
    `select newest.* from unnest($2::text[]) with ordinality as wanted (slug, place), lateral (
       select ${columnsOf('listed')} from ${from} as listed ${wanted.tail}) as newest
     order by wanted.place, newest.effective_at desc, newest.code desc`,
    values,
  );
  return rows.map(withoutGoneWords);
}

/** Those of these codes that are public in an edition, in no order. */
export async function listByCode(
  db: Client,
  lang: string,
  codes: number[],
  moment: PastMoment | null = null,
): Promise<ListedRow[]> {
  if (codes.length === 0) return [];
  const values: unknown[] = [lang, codes];
  const from = publicAt(moment, (one) => `$${values.push(one)}`, { where: 'lang = $1 and code = any ($2)' });
  const { rows } = await db.query<ListedRow>(`select ${columnsOf('listed')} from ${from} as listed`, values);
  return rows.map(withoutGoneWords);
}

/** Public stories of one translation group, but for one. Those that were taken back are no translations any more. */
export async function listTranslations(
  db: Client,
  group: string,
  except: number,
  moment: PastMoment | null = null,
): Promise<ListedRow[]> {
  const values: unknown[] = [group, except];
  const from = publicAt(moment, (one) => `$${values.push(one)}`, { where: 'story_id = stories.id' });
  const { rows } = await db.query<ListedRow>(
    `select ${columnsOf('listed')} from stories, lateral ${from} as listed
     where stories.translation_group = $1 and listed.code <> $2 and listed.gone is null order by listed.lang`,
    values,
  );
  return rows.map(withoutGoneWords);
}

export type TapeRow = {
  act_id: number;
  code: number;
  acted_at: Date;
  kind: string;
  reason_class: string;
  /** The story's present headline; null: readers do not get the story. */
  headline: string | null;
  gone: Exclude<PublicState, 'public'> | null;
};

/** The newest acts of an edition. Of a story that was taken back or is held, only that it was. */
export async function listNewestActs(
  db: Client,
  lang: string,
  limit: number,
  moment: PastMoment | null = null,
): Promise<TapeRow[]> {
  const clock = moment?.clock === 'recorded' ? 'acted_at' : 'effective_at';
  const values: unknown[] = [lang, limit, moment?.at ?? null];
  const from = publicAt(moment, (one) => `$${values.push(one)}`, { where: 'story_id = acts.story_id' });
  const { rows } = await db.query<TapeRow>(
    `select acts.id as act_id, stories.code, acts.effective_at as acted_at, acts.kind, acts.reason_class, listed.headline,
       why.state as gone
     from acts join stories on stories.id = acts.story_id
       left join lateral ${from} as listed on listed.gone is null
       left join withheld on withheld.story_id = acts.story_id left join acts as why on why.id = withheld.act_id
     where acts.lang = $1 and ($3::timestamptz is null or acts.${clock} <= $3)
       and (listed.story_id is not null or ${tookAway('acts', 'why')})
     order by acts.effective_at desc, acts.id desc limit $2`,
    values,
  );
  return rows;
}

/** SQL: whether an act led a story to the state in which readers do not get it. */
export function tookAway(act: string, newest: string): string {
  return `(${act}.state = ${newest}.state and (${act}.kind in ('hold', 'kill')
    or ${act}.kind = 'redact' and ${newest}.state = 'removed' and ${act}.redacts <> '{note}'))`;
}

/** The name that the newest story with a topic gives it; null where no story has it. */
export async function readTopicName(
  db: Client,
  lang: string,
  slug: string,
  moment: PastMoment | null = null,
): Promise<string | null> {
  const values: unknown[] = [lang, slug];
  const value = (one: unknown) => `$${values.push(one)}`;
  const inIt = await whereInList(db, { lang, until: moment?.at ?? null }, { list: 'topic', slug }, value);
  const wanted = {
    where: `lang = $1 and ${inIt} and story_id not in (select story_id from withheld)`,
    tail: 'order by effective_at desc limit 1',
  };
  const from = publicAt(moment, value, wanted);
  const { rows } = await db.query<{ name: string }>(
    `select topic->>'name' as name
     from (select story_id, version from ${from} as listed
           ${wanted.tail}) as newest
     join versions using (story_id, version), jsonb_array_elements(fields->'topics') as topic
     where topic->>'slug' = $2`,
    values,
  );
  return rows[0]?.name ?? null;
}

/** Times inside JSON come as text; and what was taken back has no words in any list. */
export function withoutGoneWords<Row extends ListedRow>(row: Row): Row {
  if (!row.gone) return row;
  const gone = { ...row.gone, at: new Date(row.gone.at) };
  return { ...row, gone, headline: '', lead: '', credit: '', dateline: '', picture: null };
}
