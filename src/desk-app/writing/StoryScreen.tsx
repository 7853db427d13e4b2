/** One story, to be written and acted on. First what this device has kept of it is looked at. */
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { DeskStory } from '../../desk/desk-api.ts';
import { useFreshStory } from '../api/fresh-story.ts';
import { useKept } from '../api/kept.ts';
import { session, setupQuery } from '../api/session.ts';
import { holdTab } from '../api/tab.ts';
import { Broken, Waiting } from '../frame/Waiting.tsx';
import { selected } from '../monitoring/view-state.ts';
import { dropCopy, type LocalCopy, leftCopies } from './local-copy.ts';
import { StoryDesk } from './StoryDesk.tsx';
import { sameFields } from './same-text.ts';

export function StoryScreen({ id }: { id: number }) {
  const who = useKept(session);
  const { data: setup } = useQuery(setupQuery);
  const { story, error, again } = useFreshStory(id);
  const [kept, setKept] = useState<LocalCopy | null | 'looking'>('looking');
  const personId = 'me' in who ? who.me.id : '';
  useEffect(() => {
    selected.set(id);
    holdTab();
  }, [id]);
  const isThere = story !== undefined;
  // it looks once, when the story has come
  useEffect(() => {
    if (!story || kept !== 'looking') return;
    void findKept(story, personId).then(setKept);
  }, [isThere, kept, personId]);
  if (error && !story) return <Broken error={error} again={again} />;
  if (!story || !setup || kept === 'looking') return <Waiting />;
  return <StoryDesk story={story} setup={setup} personId={personId} kept={kept} />;
}

/** The newest text that is only here; copies that say what the server has are cleared away. */
async function findKept(story: DeskStory, personId: string): Promise<LocalCopy | null> {
  const copies = await leftCopies(personId, story.row.id);
  const news = copies.filter((copy) => !sameFields(copy.fields, story.fields));
  for (const copy of copies) if (!news.includes(copy)) void dropCopy(copy.key);
  return news[0] ?? null;
}
