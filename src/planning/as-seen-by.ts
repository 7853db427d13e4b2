/** What somebody gets of a planned event: all of it, but of its stories only what he may read. Pure. */
import { may } from '../people/policy.ts';
import type { Person } from '../people/session-store.ts';
import type { PlannedEvent } from './planning-api.ts';
import type { StoredEvent } from './planning-store.ts';

/** A story of another desk keeps its code, so that the event can be saved with it, and shows no headline. */
export function asSeenBy(person: Pick<Person, 'grants'>, event: StoredEvent): PlannedEvent {
  return {
    ...event,
    coverages: event.coverages.map(({ story, ...coverage }) => {
      if (!story) return { ...coverage, story };
      const { desk, lang, headline, ...named } = story;
      const isRead = may(person, 'story.read', { desk, lang });
      return { ...coverage, story: { ...named, headline: isRead ? headline : '' } };
    }),
  };
}
