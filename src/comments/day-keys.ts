/**
 * The keys under which addresses are known and forms are sealed: a new one each day, each forgotten after the days that the
 * agency sets. From then on nobody can tell an address from its hash.
 */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { networkOf } from '../people/network.ts';
import type { Client } from '../stories/story-store.ts';

/** Newest first. The first is the present day's. */
export type DayKeys = readonly [Buffer, ...Buffer[]];

/** Makes the present day's where there is none. By UTC: it is nobody's calendar. */
export async function readDayKeys(db: Client, now: Date): Promise<DayKeys> {
  const day = now.toISOString().slice(0, 10);
  const read = async () => {
    const { rows } = await db.query<{ day: string; key: Buffer }>(
      'select day::text, key from comment_keys where day <= $1 order by day desc',
      [day],
    );
    return rows;
  };
  let rows = await read();
  if (rows[0]?.day !== day) {
    await db.query('insert into comment_keys (day, key) values ($1, $2) on conflict do nothing', [
      day,
      randomBytes(32),
    ]);
    rows = await read();
  }
  return rows.map(({ key }) => key) as [Buffer, ...Buffer[]];
}

/** Of an address's network (the first half of an IPv6 address), under each key. */
export function addressHashes(keys: DayKeys, address: string): [Buffer, ...Buffer[]] {
  const whose = networkOf(address);
  return keys.map((key) => createHmac('sha256', key).update(`address ${whose}`).digest()) as [
    Buffer,
    ...Buffer[],
  ];
}

/** A form is sealed with the time at which it was handed out: "lq3k1a.3f…". `code`: of the story that it is for. */
export function sealForm([key]: DayKeys, { code, at }: { code: number; at: Date }): string {
  const time = at.getTime().toString(36);
  return `${time}.${macOf(key, code, time)}`;
}

/** @returns when the form was handed out; null where the seal is not ours, or its key is gone. */
export function readSeal(keys: DayKeys, { code, seal }: { code: number; seal: string }): Date | null {
  const [, time = '', mac = ''] = /^([0-9a-z]{1,12})\.([\w-]{22})$/.exec(seal) ?? [];
  const isOurs = keys.some((key) => {
    const wanted = Buffer.from(macOf(key, code, time));
    const got = Buffer.from(mac);
    return wanted.length === got.length && timingSafeEqual(wanted, got);
  });
  return isOurs ? new Date(Number.parseInt(time, 36)) : null;
}

function macOf(key: Buffer, code: number, time: string): string {
  return createHmac('sha256', key).update(`form ${code} ${time}`).digest('base64url').slice(0, 22);
}
