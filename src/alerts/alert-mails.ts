/** The mails of an alert: new stories for a search; and, where one of them was taken back, that it was. */
import { questionWords } from '../followers/following.ts';
import { type Composed, followerFoot, type MailToCompose, type Voice } from '../mail/compose-mail.ts';
import { readMailedStories, storyPart } from '../mail/mailed-stories.ts';
import { readHistory, withholdingAct } from '../record/read-history.ts';
import { counted, dayWords, digits } from '../site/words/dates.ts';

/** What was taken back or is held since it was found is left out. */
export async function composeAlert(
  voice: Voice,
  { following, about }: MailToCompose<'alert'>,
): Promise<Composed | null> {
  if (!following?.active) return null;
  const { db, words } = voice;
  const found = [...(await readMailedStories(db, about.stories)).values()];
  const stories = found.sort((one, other) => other.at.getTime() - one.at.getTime() || other.code - one.code);
  const [first] = stories;
  if (!first) return null;
  const question = questionWords(following.question);
  return {
    subject:
      stories.length === 1
        ? `${question}: ${first.headline}`
        : `${question}: ${counted(words, stories.length, words.results)}`,
    title: words.mail.alertTitle(question),
    parts: stories.map((story) => storyPart(voice, story)),
    foot: await followerFoot(voice, following),
    shown: stories.map(({ id }) => id),
  };
}

/** None of the story's words. Sent also to whoever has ended the alert since: he has the story. */
export async function composeWithdrawn(
  voice: Voice,
  { following, about }: MailToCompose<'withdrawn'>,
): Promise<Composed | null> {
  if (!following) return null;
  const { db, words, agency, publicUrl } = voice;
  const why = withholdingAct(await readHistory(db, about.story));
  const { rows } = await db.query<{ code: number; replacement: number | null }>(
    `select code, (select published.code from published where published.code = $2) as replacement
     from stories where id = $1 and exists (select from withheld where story_id = $1)`,
    [about.story, why?.replacement],
  );
  const [story] = rows;
  if (!story) return null;
  const { code, replacement } = story;
  const day = dayWords(words, agency.zone, new Date(about.mailedAt));
  return {
    subject: words.mail.withdrawnSubject,
    title: words.mail.withdrawnSubject,
    parts: [
      { kind: 'text', text: words.mail.withdrawnText(day, words.code(digits(words, code))) },
      replacement
        ? { kind: 'action', text: words.mail.withdrawnLink, href: `${publicUrl}/${replacement}` }
        : { kind: 'action', text: words.mail.withdrawnNotice, href: `${publicUrl}/${code}` },
    ],
    foot: await followerFoot(voice, following),
  };
}
