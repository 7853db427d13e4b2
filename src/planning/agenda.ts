/** The agenda: planned events by the days of the agency's zone, and as a calendar that other programs read. */
import ical, { ICalEventStatus } from 'ical-generator';
import type { Person } from '../people/session-store.ts';
import { dayAfter, dayIn, startOfDay } from '../site/agency-day.ts';
import type { Client } from '../stories/story-store.ts';
import { asSeenBy } from './as-seen-by.ts';
import type { AgendaJson } from './planning-api.ts';
import { listEvents, type StoredEvent } from './planning-store.ts';

/** Days that are shown at once, at most. */
export const mostDays = 31;

/** Each day has what begins on it; an event that goes on from an earlier day stands on the first. */
export async function readAgenda(
  db: Client,
  { zone, day, days, person }: { zone: string; day: string; days: number; person: Pick<Person, 'grants'> },
): Promise<AgendaJson> {
  const wanted: string[] = [];
  for (let one = day; wanted.length < days; one = dayAfter(one)) wanted.push(one);
  const last = wanted.at(-1) ?? day;
  const stored = await listEvents(db, startOfDay(zone, day), startOfDay(zone, dayAfter(last)));
  const events = stored.map((event) => asSeenBy(person, event));
  return {
    days: wanted.map((one, at) => ({
      day: one,
      events: events.filter(({ startsAt }) => {
        const begins = dayIn(zone, new Date(startsAt));
        return begins === one || (at === 0 && begins < one);
      }),
    })),
  };
}

/** RFC 5545. `host` names the events for ever. */
export function agendaCalendar(
  events: StoredEvent[],
  { name, host, deskUrl }: { name: string; host: string; deskUrl: string },
): string {
  const calendar = ical({ name, prodId: { company: 'Wireroom', product: 'agenda' } });
  for (const event of events) {
    const who = event.coverages.map(({ what, who: name }) => `${what}: ${name || '–'}`).join('\n');
    calendar.createEvent({
      id: `event-${event.id}@${host}`,
      sequence: event.revision,
      start: new Date(event.startsAt),
      ...(event.endsAt ? { end: new Date(event.endsAt) } : {}),
      summary: event.title,
      location: event.place,
      description: [event.about, who].filter(Boolean).join('\n\n'),
      url: deskUrl,
      ...(event.cancelledAt ? { status: ICalEventStatus.CANCELLED } : {}),
    });
  }
  return calendar.toString();
}
