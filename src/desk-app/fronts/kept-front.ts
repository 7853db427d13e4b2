/** The arrangement that somebody is making, on this device: written at each change, gone when it is on the front. */
import type { FrontStoryJson, PinJson } from '../../fronts/front-api.ts';
import { deviceStore } from '../api/device-store.ts';
import { isLeft } from '../api/tab.ts';

export type KeptFront = {
  /** Its own for each time that somebody begins to arrange: what was left before is not written over. */
  key: string;
  personId: string;
  tab: string;
  lang: string;
  section: string;
  pins: PinJson[];
  /** Those that the pins name, as far as they were known. */
  stories: FrontStoryJson[];
  /** Id of the arrangement that it was begun on; 0: there was none. */
  seen: number;
  at: number;
};

const kept = deviceStore<KeptFront>('wireroom-desk-fronts', 'arrangements');

/** @returns whether it is kept. */
export const keepFront = kept.put;

export const dropFront = kept.drop;

/** Of this front, from tabs that are gone, or from this one before it was reloaded; newest first. */
export async function leftFronts(
  { personId, lang, section }: Pick<KeptFront, 'personId' | 'lang' | 'section'>,
  except: string,
): Promise<KeptFront[]> {
  const all = await kept.all();
  const left = await isLeft();
  return all
    .filter((one) => one.personId === personId && one.lang === lang && one.section === section)
    .filter((one) => one.key !== except && left(one))
    .sort((a, b) => b.at - a.at);
}
