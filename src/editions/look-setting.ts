/** How the agency's pages look beside its name: its colours and its logo, as a setting of their own. No export draws them. */
import type { Client } from '../stories/story-store.ts';
import {
  canBeRead,
  contrast,
  grounds,
  isColour,
  leastContrast,
  nearestReadable,
  type Scheme,
} from './colour.ts';
import { dropOtherLogos, knownLogos } from './logo-store.ts';
import { readSetting, type Setting, writeSetting } from './setting.ts';

export type Look = {
  /** #rrggbb; null: the usual one. */
  colours: Record<Scheme, string | null>;
  /** SHA-256 in hex of a logo that is kept; `dark` null: the light one there too; `light` null: the name in letters. */
  logos: Record<Scheme, string | null>;
};

const plainLook: Look = { colours: { light: null, dark: null }, logos: { light: null, dark: null } };
const schemes: Scheme[] = ['light', 'dark'];

export function readLook(db: Client): Promise<Look> {
  return readSetting(db, 'look', plainLook);
}

export const lookSetting: Setting<Look> = {
  name: 'look',
  what: 'settings.look-changed',
  read: readLook,
  cleaned: ({ colours, logos }) => ({
    colours: {
      light: colours.light?.trim().toLowerCase() || null,
      dark: colours.dark?.trim().toLowerCase() || null,
    },
    logos,
  }),
  whyNot: async (after, db) => [
    ...schemes.flatMap((scheme) => whyNotColour(after.colours[scheme], scheme)),
    ...(await whyNotLogos(after.logos, db)),
  ],
  write: async (db, after) => {
    await writeSetting(db, 'look', after);
    await dropOtherLogos(db, Object.values(after.logos));
  },
};

function whyNotColour(colour: string | null, scheme: Scheme): string[] {
  if (colour === null) return [];
  if (!isColour(colour)) return [`“${colour}” is no colour: write it as #rrggbb, such as #0c4a5b.`];
  if (canBeRead(colour, scheme)) return [];
  return [
    `${colour} cannot be read on ${scheme} paper: its contrast is ${contrast(colour, grounds[scheme]).toFixed(1)}, and ${leastContrast} is needed. The nearest that can is ${nearestReadable(colour, scheme)}.`,
  ];
}

async function whyNotLogos({ light, dark }: Look['logos'], db: Client): Promise<string[]> {
  const named = [light, dark].filter((one) => one !== null);
  const known = await knownLogos(db, named);
  return [
    ...(dark && !light ? ['A logo for dark pages stands beside one for light pages: send that too.'] : []),
    ...(named.every((one) => known.includes(one)) ? [] : ['That logo is not there any more: send it again.']),
  ];
}
