/** An issue of a newsletter: the front's or a topic's stories in their order, each with its date line and code. */
import { type Composed, followerFoot, type MailToCompose, type Voice } from '../mail/compose-mail.ts';
import type { MailPart } from '../mail/mail-content.ts';
import { readMailedStories, storyPart } from '../mail/mailed-stories.ts';
import { readTopicName } from '../site/list-store.ts';
import { dayWords } from '../site/words/dates.ts';

/** What was taken back since the issue was made is left out; where nothing is left, nothing is sent. */
export async function composeNewsletter(
  voice: Voice,
  { following, about }: MailToCompose<'newsletter'>,
): Promise<Composed | null> {
  if (!following?.active) return null;
  const { db, words, edition, agency } = voice;
  const { lead, seconds, sections } = about;
  const top = lead === null ? seconds : [lead, ...seconds];
  const stories = await readMailedStories(db, [...top, ...sections.flatMap((section) => section.stories)]);
  const parts = (ids: number[]): MailPart[] =>
    ids.flatMap((id) => {
      const story = stories.get(id);
      return story ? [storyPart(voice, story)] : [];
    });
  const ofSections = sections.flatMap(({ slug, stories: ids }): MailPart[] => {
    const own = parts(ids);
    const name = edition.sections.find((section) => section.slug === slug)?.name ?? words.moreNews;
    return own.length > 0 ? [{ kind: 'heading', text: name }, ...own] : [];
  });
  const [first, ...others] = parts(top);
  const all = [...(first ? [{ ...first, first: lead !== null }] : []), ...others, ...ofSections];
  if (stories.size === 0) return null;
  const topic =
    following.question && ((await readTopicName(db, edition.lang, following.question)) ?? following.question);
  const day = dayWords(words, agency.zone, new Date(about.at));
  const told = all.find((part) => part.kind === 'story');
  return {
    subject: `${topic || edition.agency}: ${told?.kind === 'story' ? told.headline : day}`,
    title: topic ? `${topic}${words.comma}${day}` : day,
    parts: all,
    shown: [...stories.keys()],
    foot: await followerFoot(voice, following),
  };
}
