/** Every SQL statement about fronts as editors arranged them. */
import type { Client } from '../stories/story-store.ts';
import type { FrontName } from './slots.ts';

/** What an editor said of one place. Code: the story's, whatever has become of it. */
export type Pin = {
  slot: string;
  code: number;
  /** From this instant on the place fills itself again; null: not before the next arrangement. */
  until: Date | null;
  /** Stands on the front in place of the story's headline; empty: the story's own. */
  headline: string;
  picture: boolean;
};

export type Arrangement = { id: number; madeAt: Date; by: string; pins: Pin[] };

/** The newest of a front, or the one that held at a moment; null: it filled itself. */
export async function readArrangement(
  db: Client,
  front: FrontName,
  at: Date | null = null,
): Promise<Arrangement | null> {
  const [newest = null] = await listArrangements(db, front, { at, limit: 1 });
  return newest;
}

/** Newest first. */
export async function listArrangements(
  db: Client,
  { lang, section }: FrontName,
  { at = null, limit }: { at?: Date | null; limit: number },
): Promise<Arrangement[]> {
  const { rows } = await db.query<Arrangement>(
    `select id, made_at as "madeAt", made_by as by,
       coalesce((select jsonb_agg(jsonb_build_object('slot', slot, 'code', code, 'until', until_at, 'headline', headline,
           'picture', picture) order by slot)
         from front_pins join stories on stories.id = story_id where arrangement_id = arrangement.id), '[]') as pins
     from front_arrangements as arrangement
     where lang = $1 and section = $2 and ($3::timestamptz is null or made_at <= $3)
     order by made_at desc limit $4`,
    [lang, section, at, limit],
  );
  return rows.map((row) => ({
    ...row,
    // A time inside JSON comes as text.
    pins: row.pins.map((pin) => ({ ...pin, until: pin.until && new Date(pin.until) })),
  }));
}

/** Until the transaction ends nobody else arranges a front. */
export async function holdFronts(db: Client): Promise<void> {
  await db.query(`select pg_advisory_xact_lock(hashtext('fronts'))`);
}

export async function insertArrangement(
  db: Client,
  { lang, section }: FrontName,
  { madeAt, by, pins }: Omit<Arrangement, 'id'>,
): Promise<number> {
  const { rows } = await db.query<{ id: number }>(
    'insert into front_arrangements (lang, section, made_at, made_by) values ($1, $2, $3, $4) returning id',
    [lang, section, madeAt, by],
  );
  const { id } = rows[0] as { id: number };
  await db.query(
    `insert into front_pins (arrangement_id, slot, story_id, until_at, headline, picture)
     select $1, slot, stories.id, until, headline, picture
     from jsonb_to_recordset($2) as pin (slot text, code bigint, until timestamptz, headline text, picture boolean)
       join stories using (code)`,
    [id, JSON.stringify(pins)],
  );
  return id;
}

/** Heard by every process when the transaction commits. */
export async function tellFront(db: Client, lang: string): Promise<void> {
  await db.query(`select pg_notify('fronts', $1)`, [lang]);
}

export type Pinnable = { code: number; lang: string; isPublic: boolean };

/**
 * Which stories have these codes, and whether readers get them now. Until the transaction ends nobody acts on them: a kill would
 * find no headline to take away that comes a moment later.
 */
export async function holdPinnable(db: Client, codes: number[]): Promise<Pinnable[]> {
  await db.query('select from stories where code = any ($1) order by id for share', [codes]);
  const { rows } = await db.query<Pinnable>(
    `select stories.code, stories.lang, published.story_id is not null as "isPublic"
     from stories left join published on published.story_id = stories.id where stories.code = any ($1)`,
    [codes],
  );
  return rows;
}

/** Takes away what fronts, now and in the past, called a story that a law took the headline of, or took away whole. */
export async function removeFrontHeadlines(db: Client, storyId: number): Promise<void> {
  await db.query(`update front_pins set headline = '' where story_id = $1 and headline <> ''`, [storyId]);
}
