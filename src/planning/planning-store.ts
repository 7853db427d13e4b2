/** Every SQL statement about planned events and their coverages. */
import type { Client } from '../stories/story-store.ts';
import type { Coverage, CoverageWhat, PlannedEvent } from './planning-api.ts';

/** A coverage's story with where it stands, which says who may read its headline (as-seen-by.ts). */
type StoredCoverage = Omit<Coverage, 'story'> & {
  story: (NonNullable<Coverage['story']> & { desk: string; lang: string }) | null;
};

export type StoredEvent = Omit<PlannedEvent, 'coverages'> & { coverages: StoredCoverage[] };

type Row = {
  id: number;
  title: string;
  place: string;
  startsAt: Date;
  endsAt: Date | null;
  desk: string;
  about: string;
  cancelledAt: Date | null;
  revision: number;
  coverages: StoredCoverage[];
};

const query = `select events.id, title, place, starts_at as "startsAt", ends_at as "endsAt", desk, about,
    cancelled_at as "cancelledAt", revision,
    coalesce((select jsonb_agg(jsonb_build_object('id', coverages.id, 'who', who, 'what', what, 'dueAt', due_at,
        'story', case when story_id is not null then jsonb_build_object('id', story_id, 'code', stories.code, 'headline',
          coalesce(drafts.headline, published.headline, ''), 'lang', stories.lang, 'desk',
          coalesce(item.desk, (select slug from desks order by place, slug limit 1))) end) order by coverages.id)
      from coverages left join stories on stories.id = story_id left join drafts using (story_id)
        left join published using (story_id) left join desk_items as item using (story_id)
      where event_id = events.id), '[]') as coverages
  from planned_events as events`;

/** Events that are going on between two instants, in order of their beginning. */
export async function listEvents(db: Client, from: Date, until: Date): Promise<StoredEvent[]> {
  const { rows } = await db.query<Row>(
    `${query} where starts_at < $2 and coalesce(ends_at, starts_at) >= $1 order by starts_at, events.id limit 2000`,
    [from, until],
  );
  return rows.map(asJson);
}

export async function readEvent(db: Client, id: number): Promise<StoredEvent | null> {
  const { rows } = await db.query<Row>(`${query} where events.id = $1`, [id]);
  return rows[0] ? asJson(rows[0]) : null;
}

export type EventFacts = {
  title: string;
  place: string;
  startsAt: Date;
  endsAt: Date | null;
  desk: string;
  about: string;
  cancelledAt: Date | null;
};

export async function insertEvent(db: Client, event: EventFacts): Promise<number> {
  const { rows } = await db.query<{ id: number }>(
    `insert into planned_events (title, place, starts_at, ends_at, desk, about, cancelled_at)
     values ($1, $2, $3, $4, $5, $6, $7) returning id`,
    valuesOf(event),
  );
  return (rows[0] as { id: number }).id;
}

/** @returns false where somebody changed it since `revision` was read. */
export async function updateEvent(
  db: Client,
  id: number,
  revision: number,
  event: EventFacts,
): Promise<boolean> {
  const { rowCount } = await db.query(
    `update planned_events set title = $1, place = $2, starts_at = $3, ends_at = $4, desk = $5, about = $6,
       cancelled_at = $7, revision = revision + 1 where id = $8 and revision = $9`,
    [...valuesOf(event), id, revision],
  );
  return rowCount === 1;
}

export async function writeCoverages(
  db: Client,
  eventId: number,
  coverages: {
    id: number | null;
    who: string;
    what: CoverageWhat;
    dueAt: Date | null;
    storyId: number | null;
  }[],
): Promise<void> {
  await db.query('delete from coverages where event_id = $1 and not id = any ($2)', [
    eventId,
    coverages.flatMap(({ id }) => id ?? []),
  ]);
  for (const { id, who, what, dueAt, storyId } of coverages)
    await db.query(
      id === null
        ? `insert into coverages (event_id, who, what, due_at, story_id) values ($1, $2, $3, $4, $5)`
        : `update coverages set who = $2, what = $3, due_at = $4, story_id = $5 where event_id = $1 and id = $6`,
      [eventId, who, what, dueAt, storyId, ...(id === null ? [] : [id])],
    );
}

export async function writeAgendaLink(
  db: Client,
  link: { personId: string; tokenHash: string; at: Date },
): Promise<void> {
  await db.query(
    `insert into agenda_links (person_id, token_hash, made_at) values ($1, $2, $3)
     on conflict (person_id) do update set token_hash = $2, made_at = $3`,
    [link.personId, link.tokenHash, link.at],
  );
}

/** Null: the address leads nowhere, or its person may not come in any more. */
export async function findAgendaReader(db: Client, tokenHash: string): Promise<string | null> {
  const { rows } = await db.query<{ person_id: string }>(
    `select person_id from agenda_links join people on people.id = person_id
     where token_hash = $1 and disabled_at is null`,
    [tokenHash],
  );
  return rows[0]?.person_id ?? null;
}

function valuesOf(event: EventFacts): unknown[] {
  return [event.title, event.place, event.startsAt, event.endsAt, event.desk, event.about, event.cancelledAt];
}

function asJson(row: Row): StoredEvent {
  const time = (at: Date | null) => at?.toISOString() ?? null;
  return {
    ...row,
    startsAt: row.startsAt.toISOString(),
    endsAt: time(row.endsAt),
    cancelledAt: time(row.cancelledAt),
    coverages: row.coverages.map((one) => ({
      ...one,
      dueAt: one.dueAt && new Date(one.dueAt).toISOString(),
    })),
  };
}
