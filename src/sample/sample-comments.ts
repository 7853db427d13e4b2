/** What invented readers wrote below invented stories: some of it shown, some waiting for the desk. */

import type { CheckReason } from '../comments/comment.ts';
import { findCommented, insertComment } from '../comments/comment-store.ts';
import { lettersHash } from '../comments/letters.ts';
import type { Client } from '../stories/story-store.ts';
import { sampleStories } from './sample-agency.ts';

type SampleComment = {
  /** How the story's headline begins. */
  below: string;
  name: string;
  text: string;
  minutesAgo: number;
  state?: 'published' | 'waiting' | 'rejected';
  reason?: CheckReason;
  about?: string;
  /** The name of whoever is answered. */
  answers?: string;
};

const shown = { state: 'published', reason: 'known-good' } as const;

const sampleComments: SampleComment[] = [
  {
    ...shown,
    below: 'National Library leaves its lamps on',
    name: 'Edda Marn',
    text: 'I wrote my whole thesis under those lamps, always with one eye on the clock. Whoever decided this has made a nurse on late shifts very happy.',
    minutesAgo: 700,
  },
  {
    ...shown,
    below: 'National Library leaves its lamps on',
    name: 'P. Joss',
    text: 'Will the last tram wait, too?',
    minutesAgo: 655,
  },
  {
    ...shown,
    below: 'Gavrel Pass reopens',
    name: 'Tamaz Orl',
    text: 'I drive the milk lorry from Sarn. Twenty-three days of the valley road cost us more diesel than the whole winter.\n\nOne lane is enough for me. Thank you to the people on the ropes.',
    minutesAgo: 58,
  },
  {
    ...shown,
    below: 'Gavrel Pass reopens',
    name: 'Nela Virt',
    text: 'Does the school bus go over the pass again, or still round by Mirsa?',
    minutesAgo: 49,
  },
  {
    ...shown,
    below: 'Gavrel Pass reopens',
    name: 'Tamaz Orl',
    text: 'Round by Mirsa until Monday, the driver says.',
    minutesAgo: 41,
    answers: 'Nela Virt',
  },
  {
    below: 'Gavrel Pass reopens',
    name: 'Orsan K.',
    text: 'Pictures of the slide, from above and from below: www.orsan.example/pass and www.orsan.example/pass-2',
    minutesAgo: 22,
    reason: 'links',
    about: '2',
  },
  {
    below: 'Gavrel Pass reopens',
    name: 'Lamp & Oil',
    text: 'Best prices for winter tyres, call us today, best prices!',
    minutesAgo: 20,
    state: 'rejected',
    reason: 'honeypot',
  },
  {
    below: 'Lirven dockers accept',
    name: 'Ilva Brandt',
    text: 'Nine weeks. My husband was home for supper every evening, and I will say it: I shall miss that.',
    minutesAgo: 3,
  },
  {
    ...shown,
    below: 'À Kersen, la dernière fonderie',
    name: 'Maurin',
    text: 'Mon grand-père y coulait les cloches. Il aurait aimé voir trois apprenties devant le four.',
    minutesAgo: 120,
  },
  {
    below: 'À Kersen, la dernière fonderie',
    name: 'Agathe V.',
    text: 'Peut-on visiter l’atelier le samedi ?',
    minutesAgo: 37,
  },
  {
    ...shown,
    below: 'گردنهٔ گاورل پس از',
    name: 'نرگس',
    text: 'برادرم آن سوی گردنه است و بیست‌وسه روز بود که او را ندیده بودیم. خدا قوت به کارگران راه.',
    minutesAgo: 10,
  },
  {
    below: 'گردنهٔ گاورل پس از',
    name: 'سیاوش م.',
    text: 'آیا کامیون‌ها هم می‌توانند از همین یک خط بگذرند؟\n\nکسی در شماره‌ای که داده‌اند پاسخ نمی‌دهد.',
    minutesAgo: 5,
  },
  {
    ...shown,
    below: 'چراغ‌های کتابخانهٔ ملی',
    name: 'مهرنوش',
    text: 'سرانجام! تا پیش از این باید وسط فصل آخر کتاب را می‌بستیم.',
    minutesAgo: 640,
  },
];

/** To be called when the stories are there, in the transaction that fills. */
export async function writeSampleComments(db: Client, now: Date): Promise<void> {
  const byName = new Map<string, number>();
  for (const comment of sampleComments.toSorted((a, b) => b.minutesAgo - a.minutesAgo)) {
    const { below, name, text, minutesAgo, state = 'waiting', reason = 'read-first', about = '' } = comment;
    const code = sampleStories.find(({ fields }) => fields.headline.startsWith(below))?.code;
    const story = code === undefined ? null : await findCommented(db, code);
    if (!story) throw new Error(`There is no sample story “${below}…” to comment on.`);
    const id = await insertComment(db, {
      story,
      parentId: comment.answers ? (byName.get(comment.answers) ?? null) : null,
      draft: { name, email: '', text, tell: false },
      sentAt: new Date(Math.floor(now.getTime() / 60_000 - minutesAgo) * 60_000),
      ...{ state, reason, about },
      likeness: { rejected: 0.5, because: [] },
      addressHash: null,
      lettersHash: lettersHash(text),
    });
    byName.set(name, id);
  }
}
