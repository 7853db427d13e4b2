/** Plans an event with its coverages, or changes what was planned, over what its author saw. */
import { listDesks } from '../desk/desk-store.ts';
import { may } from '../people/policy.ts';
import type { Person } from '../people/session-store.ts';
import { oneLine, storable } from '../stories/clean-fields.ts';
import { type Result, refuse } from '../stories/refusal.ts';
import { type Client, findStoryByCode } from '../stories/story-store.ts';
import { asSeenBy } from './as-seen-by.ts';
import type { EventAsk, PlannedEvent } from './planning-api.ts';
import { insertEvent, readEvent, type StoredEvent, updateEvent, writeCoverages } from './planning-store.ts';

export async function planEvent(
  { db, now, person }: { db: Client; now: Date; person: Person },
  id: number | null,
  ask: EventAsk,
): Promise<Result<PlannedEvent>> {
  const before = id === null ? null : await readEvent(db, id);
  if (id !== null && !before) return refuse({ kind: 'no-such-event' });
  const desks = (await listDesks(db)).map(({ slug }) => slug);
  if (!desks.includes(ask.desk)) return refuse({ kind: 'no-such-desk', desk: ask.desk, known: desks });
  for (const desk of [ask.desk, ...(before ? [before.desk] : [])])
    if (!may(person, 'planning.write', { desk }))
      return refuse({ kind: 'not-allowed', what: 'planning.write', desk, lang: '*' });
  const title = oneLine(ask.title);
  const [startsAt, endsAt] = [new Date(ask.startsAt), ask.endsAt === null ? null : new Date(ask.endsAt)];
  if (title === '') return refuse({ kind: 'event-without-title' });
  if (endsAt && endsAt < startsAt) return refuse({ kind: 'event-ends-first' });
  const coverages: Parameters<typeof writeCoverages>[2] = [];
  for (const one of ask.coverages) {
    const story = one.storyCode === null ? null : await findStoryByCode(db, one.storyCode);
    if (one.storyCode !== null && !story) return refuse({ kind: 'no-story-to-cover', code: one.storyCode });
    coverages.push({
      id: one.id ?? null,
      who: oneLine(one.who),
      what: one.what,
      dueAt: one.dueAt === null ? null : new Date(one.dueAt),
      storyId: story?.id ?? null,
    });
  }
  const cancelledAt = ask.cancelled ? new Date(before?.cancelledAt ?? now) : null;
  const about = String(storable(ask.about)).trim();
  const facts = { title, place: oneLine(ask.place), startsAt, endsAt, desk: ask.desk, about, cancelledAt };
  if (id !== null && !(await updateEvent(db, id, ask.revision ?? 0, facts)))
    return refuse({ kind: 'planned-since' });
  const eventId = id ?? (await insertEvent(db, facts));
  await writeCoverages(db, eventId, coverages);
  return { ok: true, value: asSeenBy(person, (await readEvent(db, eventId)) as StoredEvent) };
}
