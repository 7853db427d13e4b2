/** A story to be written or acted on. */
import { useQuery } from '@tanstack/react-query';
import type { DeskStory } from '../../desk/desk-api.ts';
import { storyQuery } from './session.ts';

type FreshStory = { story: DeskStory | undefined; error: Error | null; again: () => void };

/**
 * The story as it is now. What was read before names a draft and an act that may be gone: it is read again before anybody
 * writes over it or acts on it. Where the server cannot be reached, what was read before is better than nothing.
 */
export function useFreshStory(id: number): FreshStory {
  const { data, error, refetch, isFetchedAfterMount } = useQuery({
    ...storyQuery(id),
    refetchOnMount: 'always',
  });
  return { story: isFetchedAfterMount ? data : undefined, error, again: () => void refetch() };
}
