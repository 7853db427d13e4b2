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
import { readSetting, type Setting, type Unfit, writeSetting } from './setting.ts';

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

function whyNotColour(colour: string | null, scheme: Scheme): Unfit[] {
  if (colour === null) return [];
  if (!isColour(colour))
    return [
      {
        en: `“${colour}” is no colour: write it as #rrggbb, such as #0c4a5b.`,
        fa: `«${colour}» رنگ نیست: به شکل ${apart('#rrggbb')} بنویسید، مانند ${apart('#0c4a5b')}.`,
      },
    ];
  if (canBeRead(colour, scheme)) return [];
  const ratio = contrast(colour, grounds[scheme]).toFixed(1);
  const nearest = nearestReadable(colour, scheme);
  return [
    {
      en: `${colour} cannot be read on ${scheme} paper: its contrast is ${ratio}, and ${leastContrast} is needed. The nearest that can is ${nearest}.`,
      fa: `${apart(colour)} بر کاغذ ${scheme === 'light' ? 'روشن' : 'تیره'} خوانا نیست: تباین آن ${apart(ratio)} است و ${apart(String(leastContrast))} لازم است. نزدیک‌ترین رنگ خوانا ${apart(nearest)} است.`,
    },
  ];
}

/** From left to right within a sentence that runs the other way. */
function apart(text: string): string {
  return `\u2066${text}\u2069`;
}

async function whyNotLogos({ light, dark }: Look['logos'], db: Client): Promise<Unfit[]> {
  const named = [light, dark].filter((one) => one !== null);
  const known = await knownLogos(db, named);
  const wrong: Unfit[] = [];
  if (dark && !light)
    wrong.push({
      en: 'A logo for dark paper stands beside one for light paper: send that too.',
      fa: 'نشان کاغذ تیره در کنار نشان کاغذ روشن می‌آید: آن را هم بفرستید.',
    });
  if (named.some((one) => !known.includes(one)))
    wrong.push({
      en: 'That logo is not there any more: send it again.',
      fa: 'آن نشان دیگر نیست: دوباره بفرستیدش.',
    });
  return wrong;
}
