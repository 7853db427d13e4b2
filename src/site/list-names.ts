/** What the lists of names and of subjects are called. */
import { bylineParts } from '../stories/byline-names.ts';
import { isSubjectCode } from '../stories/story.ts';
import type { Client } from '../stories/story-store.ts';
import { type NamedList, whereInList } from './named-list.ts';
import { type PastMoment, publicAt } from './public-at.ts';

/** The name as the newest story has it; null where no story has it. */
export async function readBylineName(
  db: Client,
  lang: string,
  slug: string,
  moment: PastMoment | null = null,
): Promise<string | null> {
  const byline = await readNewest(db, lang, { list: 'byline', slug }, moment, () => 'listed.byline');
  return (
    bylineParts(byline ?? '', lang)
      .find((part) => part.slug === slug)
      ?.text.trim() ?? null
  );
}

/** The vocabulary's name in the edition's language, else in English; null where no story is about it, or anything narrower. */
export async function readSubjectName(
  db: Client,
  lang: string,
  code: string,
  moment: PastMoment | null = null,
): Promise<string | null> {
  if (!isSubjectCode(code)) return null;
  const own = lang.split('-', 1)[0] ?? lang;
  const name = (value: (one: unknown) => string) => `coalesce(
    (select coalesce(labels ->> listed.lang, labels ->> ${value(own)}, labels ->> 'en') from subjects where code = ${value(code)}),
    (select subject ->> 'name' from versions, jsonb_array_elements(versions.fields -> 'subjects') as subject
     where versions.story_id = listed.story_id and versions.version = listed.version and subject ->> 'code' = ${value(code)}))`;
  return readNewest(db, lang, { list: 'subject', slug: code }, moment, name);
}

/** `what`: SQL over the newest story of the list, `listed`. */
async function readNewest(
  db: Client,
  lang: string,
  of: NamedList,
  moment: PastMoment | null,
  what: (value: (one: unknown) => string) => string,
): Promise<string | null> {
  const values: unknown[] = [lang];
  const value = (one: unknown) => `$${values.push(one)}`;
  const inIt = await whereInList(db, { lang, until: moment?.at ?? null }, of, value);
  const wanted = {
    where: `lang = $1 and ${inIt} and story_id not in (select story_id from withheld)`,
    tail: 'order by effective_at desc, code desc limit 1',
  };
  const from = publicAt(moment, value, wanted);
  const { rows } = await db.query<{ name: string | null }>(
    `select ${what(value)} as name from (select * from ${from} as half ${wanted.tail}) as listed`,
    values,
  );
  return rows[0]?.name ?? null;
}
