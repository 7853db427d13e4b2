/** The agency's look with the bytes of its logos, for the site to put on. */
import type { Client } from '../stories/story-store.ts';
import type { Scheme } from './colour.ts';
import { type KeptLogo, readLogo } from './logo-store.ts';
import { readLook } from './look-setting.ts';

/** Colours as #rrggbb; null: the usual one, or no logo. */
export type Dress = { colours: Record<Scheme, string | null>; logos: Record<Scheme, KeptLogo | null> };

export async function readDress(db: Client): Promise<Dress> {
  const { colours, logos } = await readLook(db);
  const read = (hash: string | null) => (hash === null ? null : readLogo(db, hash));
  return { colours, logos: { light: await read(logos.light), dark: await read(logos.dark) } };
}
