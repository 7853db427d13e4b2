/** Stories as a mail shows them: as readers get them at the moment when it is sent. */
import { headlineOr } from '../site/load-pages.ts';
import { dateLineText } from '../site/pages/DateLine.tsx';
import { storyPath } from '../stories/story-address.ts';
import type { Client } from '../stories/story-store.ts';
import type { Voice } from './compose-mail.ts';
import type { MailPart } from './mail-content.ts';

export type MailedStory = {
  id: number;
  code: number;
  lang: string;
  headline: string;
  lead: string;
  at: Date;
};

/** Those of the stories that are public now, by their ids. */
export async function readMailedStories(db: Client, ids: number[]): Promise<Map<number, MailedStory>> {
  const { rows } = await db.query<MailedStory>(
    `select story_id as id, code, lang, headline, lead, effective_at as at from published where story_id = any($1)`,
    [ids],
  );
  return new Map(
    rows.map((story) => [story.id, { ...story, headline: headlineOr(story.lang, story.headline) }]),
  );
}

export function storyPart({ words, agency, publicUrl }: Voice, story: MailedStory): MailPart {
  return {
    kind: 'story',
    headline: story.headline,
    href: publicUrl + storyPath(story),
    permanent: `${publicUrl}/${story.code}`,
    lead: story.lead,
    dateLine: dateLineText({ words, zone: agency.zone }, story),
  };
}
