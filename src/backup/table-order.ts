/** The tables of a database, in an order in which they can be loaded: each after those that it refers to. */
import type { Client } from '../stories/story-store.ts';
import { Refused } from './backup-refusal.ts';

export type Table = {
  name: string;
  /** Without those that the database computes itself. */
  columns: string[];
};

/** `from` refers to `to`: a row of it needs one there. */
export type Reference = { from: string; to: string };

/**
 * Every table of the program's schema, found in the catalogue: a later migration's table is in it by itself. What
 * belongs to an extension comes with the extension and is left out.
 * @throws Refused where tables refer to each other in a circle.
 */
export async function readTables(db: Client): Promise<Table[]> {
  const { rows: tables } = await db.query<Table>(
    `select c.relname::text as name,
       array(select a.attname::text from pg_attribute a
         where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = current_schema() and c.relkind = 'r' and c.relpersistence <> 't'
       and not exists (select from pg_depend d
         where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
     order by c.relname`,
  );
  // A deferrable reference is looked at when all is loaded. One within a table is, at the end of its statement.
  const { rows: references } = await db.query<Reference>(
    `select distinct child.relname::text as from, parent.relname::text as to
     from pg_constraint c join pg_class child on child.oid = c.conrelid join pg_class parent on parent.oid = c.confrelid
     join pg_namespace n on n.oid = child.relnamespace and n.oid = parent.relnamespace
     where n.nspname = current_schema() and c.contype = 'f' and not c.condeferrable`,
  );
  const byName = new Map(tables.map((table) => [table.name, table]));
  return orderTables([...byName.keys()], references).map((name) => byName.get(name) as Table);
}

/** Names in the given order, but each after those it refers to. @throws Refused naming those that go in a circle. */
export function orderTables(names: string[], references: Reference[]): string[] {
  const waiting = new Map(
    names.map((name) => [
      name,
      new Set(
        references
          .filter(({ from, to }) => from === name && to !== name && names.includes(to))
          .map(({ to }) => to),
      ),
    ]),
  );
  const ordered: string[] = [];
  while (waiting.size > 0) {
    const next = [...waiting].find(([, needs]) => needs.size === 0)?.[0];
    if (next === undefined) throw new Refused({ kind: 'circle', tables: circleIn(waiting) });
    ordered.push(next);
    waiting.delete(next);
    for (const needs of waiting.values()) needs.delete(next);
  }
  return ordered;
}

/** Where each needs another: following the first need of each must come back to where it was. */
function circleIn(waiting: Map<string, Set<string>>): string[] {
  const walked: string[] = [];
  let at = [...waiting.keys()][0] as string;
  while (!walked.includes(at)) {
    walked.push(at);
    at = [...(waiting.get(at) as Set<string>)][0] as string;
  }
  return walked.slice(walked.indexOf(at));
}
