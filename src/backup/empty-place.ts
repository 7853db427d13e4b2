/** The place of a restore: what may lie there, and taking it away. */

import type { Migration } from '../database/migrate.ts';
import { connectionName } from '../database/open-database.ts';
import type { Client } from '../stories/story-store.ts';
import { Refused } from './backup-refusal.ts';
import { identifier } from './database-words.ts';
import { countRowsOf } from './take-snapshot.ts';

/** What nobody may lose by a restore, and what its rows are called. Anything else a just begun installation has too. */
const precious = [
  ['stories', 'story', 'stories'],
  ['acts', 'act', 'acts'],
  ['raw_evidence', 'file of raw evidence', 'files of raw evidence'],
] as const;

/** @param place in words. @throws Refused naming what is there, or which program runs on it. */
export async function refuseFilledPlace(
  db: Client,
  { place, known }: { place: string; known: Migration[] },
): Promise<void> {
  const { rows: running } = await db.query<{ client: string | null }>(
    `select host(client_addr) as client from pg_stat_activity
     where datname = current_database() and application_name = $1 and pid <> pg_backend_pid()`,
    [connectionName({ what: 'npm start' })],
  );
  const [first] = running;
  if (first) {
    const program = `a running Wireroom${first.client ? ` at ${first.client}` : ''}`;
    throw new Refused({ kind: 'place-in-use', place, program });
  }
  const holds: string[] = [];
  for (const [table, one, more] of precious) {
    if (!(await isThere(db, table))) continue;
    // Whoever is writing is waited for and counted; whoever comes now waits for us.
    await db.query(`lock table ${identifier(table)} in access exclusive mode`);
    const rows = await countRowsOf(db, table);
    if (rows > 0) holds.push(`${rows} ${rows === 1 ? one : more}`);
  }
  if (holds.length > 0) throw new Refused({ kind: 'place-filled', place, holds });
  if (!(await isThere(db, 'migrations'))) return;
  const { rows: ran } = await db.query<{ name: string }>('select name from migrations order by name');
  const unknown = ran.find(({ name }) => !known.some((migration) => migration.name === name));
  if (unknown) throw new Refused({ kind: 'place-newer', place, migration: unknown.name });
}

/**
 * Takes away what the migrations made, if they have run: rows, tables, functions, types. What anybody else made stays.
 * The place is then as it was before the first migration.
 */
export async function clearPlace(db: Client, known: Migration[]): Promise<void> {
  if (!(await isThere(db, 'migrations'))) return;
  const ours = [...madeBy(known), 'migrations'];
  for (const [kind, names] of await findObjects(db, ours)) await db.query(`drop ${kind} ${names.join(', ')}`);
}

/** Names that migrations say `create` to, but for what goes with its table: indexes, triggers, constraints. */
export function madeBy(migrations: Migration[]): string[] {
  const words =
    /\bcreate\s+(?:or\s+replace\s+)?(?:unlogged\s+)?(?:table|(?:materialized\s+)?view|sequence|function|procedure|type|domain)\s+(?:if\s+not\s+exists\s+)?"?(\w+)/gi;
  return migrations.flatMap(({ sql }) => [...sql.matchAll(words)].map(([, name = '']) => name.toLowerCase()));
}

/**
 * Objects of the program's schema that stand by themselves, by kind, in the order in which they can be dropped. Those
 * that belong to another one (an identity's sequence, a table's row type) or to an extension are not among them.
 */
export async function findObjects(db: Client, names: string[] | null): Promise<Map<string, string[]>> {
  const { rows } = await db.query<{ kind: string; name: string }>(
    `with objects as (
       select 'pg_class'::regclass as class, oid, relname as name, relnamespace as schema,
         case relkind when 'v' then 'view' when 'm' then 'materialized view' when 'S' then 'sequence' else 'table' end as kind,
         quote_ident(relname) as identity
       from pg_class where relkind in ('r', 'p', 'v', 'm', 'S')
       union all
       select 'pg_proc'::regclass, oid, proname, pronamespace, 'routine', oid::regprocedure::text from pg_proc
       union all
       select 'pg_type'::regclass, t.oid, typname, typnamespace, case typtype when 'd' then 'domain' else 'type' end,
         quote_ident(typname)
       from pg_type t left join pg_class c on c.oid = t.typrelid
       where typtype in ('e', 'd', 'r') or c.relkind = 'c'
     )
     select kind, identity as name from objects join pg_namespace n on n.oid = objects.schema
     where n.nspname = current_schema() and ($1::text[] is null or name = any($1))
       and not exists (select from pg_depend d where d.classid = class and d.objid = objects.oid and d.deptype in ('a', 'i', 'e')
         and not (d.refclassid = 'pg_namespace'::regclass))
     order by array_position(array['view', 'materialized view', 'table', 'sequence', 'routine', 'domain', 'type'], kind), name`,
    [names],
  );
  const byKind = new Map<string, string[]>();
  for (const { kind, name } of rows) byKind.set(kind, [...(byKind.get(kind) ?? []), name]);
  return byKind;
}

async function isThere(db: Client, table: string): Promise<boolean> {
  const { rows } = await db.query<{ there: boolean }>('select to_regclass($1) is not null as there', [
    identifier(table),
  ]);
  return rows[0]?.there ?? false;
}
