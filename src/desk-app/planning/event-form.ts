/** An event as its form has it: times as the agency's clocks show them, everything as text. Pure. */
import { instantIn } from '../../dates/zoned-time.ts';
import type { CoverageWhat, EventAsk, PlannedEvent } from '../../planning/planning-api.ts';
import { wallTime } from '../acting/wall-time.ts';
import { latinDigits } from '../words/format.ts';

export type CoverageForm = { id?: number; who: string; what: CoverageWhat; due: string; story: string };

export type EventForm = {
  title: string;
  place: string;
  /** YYYY-MM-DDTHH:MM in the agency's zone; empty: none. */
  starts: string;
  ends: string;
  desk: string;
  about: string;
  cancelled: boolean;
  coverages: CoverageForm[];
};

export function newForm(day: string, desk: string): EventForm {
  const coverages: CoverageForm[] = [{ who: '', what: 'text', due: '', story: '' }];
  return {
    title: '',
    place: '',
    starts: `${day}T09:00`,
    ends: '',
    desk,
    about: '',
    cancelled: false,
    coverages,
  };
}

export function formOf(event: PlannedEvent, zone: string): EventForm {
  const wall = (at: string | null) => (at === null ? '' : wallTime(zone, at));
  return {
    title: event.title,
    place: event.place,
    starts: wall(event.startsAt),
    ends: wall(event.endsAt),
    desk: event.desk,
    about: event.about,
    cancelled: event.cancelledAt !== null,
    coverages: event.coverages.map(({ id, who, what, dueAt, story }) => ({
      id,
      who,
      what,
      due: wall(dueAt),
      story: story?.code?.toString() ?? '',
    })),
  };
}

export function askOf(form: EventForm, zone: string, revision: number | null): EventAsk {
  const instant = (wall: string) => (wall === '' ? null : instantIn(zone, wall).toISOString());
  return {
    title: form.title,
    place: form.place,
    startsAt: instant(form.starts) ?? '',
    endsAt: instant(form.ends),
    desk: form.desk,
    about: form.about,
    cancelled: form.cancelled,
    coverages: form.coverages.map(({ due, story, ...one }) => ({
      ...one,
      dueAt: instant(due),
      storyCode: story.trim() === '' ? null : Number(latinDigits(story.trim())),
    })),
    ...(revision === null ? {} : { revision }),
  };
}
