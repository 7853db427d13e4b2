/** Filters of monitoring under a name: each person's own, in every browser. */
import type pg from 'pg';
import type { SavedView } from './desk-api.ts';

/** Names that one person may have. */
export const mostViews = 50;

/** In the order in which they were first kept. */
export async function listViews(db: pg.Pool, personId: string): Promise<SavedView[]> {
  const { rows } = await db.query<{ name: string; view: Omit<SavedView, 'name'> }>(
    'select name, view from saved_views where person_id = $1 order by kept_at, name',
    [personId],
  );
  return rows.map(({ name, view }) => ({ ...view, name }));
}

/** @returns false where the person has as many as there may be. */
export async function keepView(
  db: pg.Pool,
  personId: string,
  { view: { name, ...view }, now }: { view: SavedView; now: Date },
): Promise<boolean> {
  const { rowCount } = await db.query(
    `insert into saved_views (person_id, name, view, kept_at) select $1, $2, $3, $4
     where exists (select from saved_views where person_id = $1 and name = $2)
       or (select count(*) from saved_views where person_id = $1) < $5
     on conflict (person_id, name) do update set view = $3`,
    [personId, name, JSON.stringify(view), now, mostViews],
  );
  return rowCount === 1;
}

export async function dropView(db: pg.Pool, personId: string, name: string): Promise<void> {
  await db.query('delete from saved_views where person_id = $1 and name = $2', [personId, name]);
}
