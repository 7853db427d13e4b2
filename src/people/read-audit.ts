/** The audit list: what was changed by whom, with the acts of the record among it. Neither can be changed or taken out. */
import type { Client } from '../stories/story-store.ts';
import type { AuditPart } from './audit-parts.ts';

export type AuditRow = {
  /** Unlike any other: where it is kept, and its number there. */
  id: string;
  at: Date;
  /** Null: a command, the program, or an act, which names who did it and nobody's account. */
  personId: string | null;
  personName: string;
  what: string;
  about: Record<string, unknown>;
  /** What the person whom it was about is called now; null: it was about none. */
  aboutName: string | null;
};

/** Where a page of the list ended. */
export type AuditPlace = {
  /** Microseconds since 1970, as the database counts. */ at: string;
  source: 'act' | 'audit';
  id: number;
};

/** As an address has it: "1764446527000123-act-1042". */
export function spellPlace({ at, source, id }: AuditPlace): string {
  return `${at}-${source}-${id}`;
}

/** @returns null where the words name no place. */
export function readPlace(words: string): AuditPlace | null {
  const [, at, source, id] = /^(\d{1,17})-(act|audit)-(\d{1,15})$/.exec(words) ?? [];
  if (at === undefined) return null;
  return { at, source: source as AuditPlace['source'], id: Number(id) };
}

/** The newest first. @param before where the page that was seen ended. */
export async function readAudit(
  db: Client,
  { before, part, limit }: { before: AuditPlace | null; part: AuditPart | null; limit: number },
): Promise<{ entries: AuditRow[]; before: string | null }> {
  const { rows } = await db.query<
    Omit<AuditRow, 'id'> & { id: number; source: 'act' | 'audit'; micros: string }
  >(
    `select *, (extract(epoch from at) * 1000000)::bigint::text as micros,
       (select people.name from people where people.id = list.about ->> 'person') as "aboutName" from (
     (select 'audit' as source, id, at, person_id as "personId", person_name as "personName", what, about
      from audit
      where ${isAfter('at', 'audit', 'id')} and ($4::text is null or what like $4 || '.%')
      order by at desc, id desc limit $5)
     union all
     (select 'act', acts.id, acted_at, null, acted_by, 'act.' || kind,
        jsonb_build_object('code', code, 'version', version, 'lang', acts.lang, 'reason', reason_class)
      from acts join stories on stories.id = acts.story_id
      where ${isAfter('acted_at', 'act', 'acts.id')} and ($4::text is null or $4 = 'act')
      order by acted_at desc limit $5)
     ) as list order by at desc, source desc, id desc limit $5`,
    [before?.at ?? null, before?.source ?? null, before?.id ?? null, part, limit],
  );
  const last = rows.length === limit ? rows.at(-1) : undefined;
  return {
    entries: rows.map(({ source, id, micros: _micros, ...row }) => ({ ...row, id: `${source}-${id}` })),
    before: last ? spellPlace({ ...last, at: last.micros }) : null,
  };
}

/** SQL: whether a row stands after the place in $1, $2 and $3, null: the beginning. The bound by itself is what an index finds. */
function isAfter(at: string, source: AuditPlace['source'], id: string): string {
  const place = `timestamptz 'epoch' + $1::bigint * interval '1 microsecond'`;
  return `($1::bigint is null or ${at} <= ${place} and (${at} < ${place} or ('${source}', ${id}) < ($2, $3::bigint)))`;
}
