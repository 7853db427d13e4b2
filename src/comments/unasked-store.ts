/** Every SQL statement about addresses that are never to be asked about a comment again. */
import type { Client } from '../stories/story-store.ts';

/** What the reader of an address said of it: never to ask it again, or (`unasked` false) that it may be asked. */
export type AddressWish = { addressHash: Buffer; unasked: boolean; saidAt: Date };

/** Null: nobody has said anything of it. */
export async function readAddressWish(db: Client, addressHash: Buffer): Promise<AddressWish | null> {
  const { rows } = await db.query<AddressWish>(
    `select address_hash as "addressHash", unasked, said_at as "saidAt" from unasked_addresses where address_hash = $1`,
    [addressHash],
  );
  return rows[0] ?? null;
}

export async function isUnasked(db: Client, addressHash: Buffer): Promise<boolean> {
  return (await readAddressWish(db, addressHash))?.unasked ?? false;
}

/** What was said last holds, whichever comes here last. `wishes`: of one address the last one counts. */
export async function keepAddressWishes(db: Client, wishes: readonly AddressWish[]): Promise<void> {
  await db.query(
    `insert into unasked_addresses (address_hash, unasked, said_at)
     select distinct on (hash) hash, unasked, said_at
     from unnest($1::bytea[], $2::boolean[], $3::timestamptz[]) as said (hash, unasked, said_at)
     order by hash, said_at desc
     on conflict (address_hash) do update set unasked = excluded.unasked, said_at = excluded.said_at
       where excluded.said_at > unasked_addresses.said_at`,
    [
      wishes.map(({ addressHash }) => addressHash),
      wishes.map(({ unasked }) => unasked),
      wishes.map(({ saidAt }) => saidAt),
    ],
  );
}
