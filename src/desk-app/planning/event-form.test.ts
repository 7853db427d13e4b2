import { expect, it } from 'vitest';
import type { PlannedEvent } from '../../planning/planning-api.ts';
import { askOf, formOf, newForm } from './event-form.ts';

const event: PlannedEvent = {
  id: 7,
  title: 'The council meets',
  place: 'Town hall',
  startsAt: '2026-03-16T05:30:00.000Z',
  endsAt: null,
  desk: 'main',
  about: '',
  cancelledAt: null,
  revision: 3,
  coverages: [
    {
      id: 1,
      who: 'Ana',
      what: 'text',
      dueAt: '2026-03-16T08:00:00.000Z',
      story: { id: 2, code: 1004, headline: '' },
    },
  ],
};

it('shows times on the agency’s clock, and sends back the same instants', () => {
  const form = formOf(event, 'Asia/Tehran');
  expect([form.starts, form.ends, form.coverages[0]?.due]).toEqual([
    '2026-03-16T09:00',
    '',
    '2026-03-16T11:30',
  ]);
  expect(askOf(form, 'Asia/Tehran', 3)).toEqual({
    title: 'The council meets',
    place: 'Town hall',
    startsAt: event.startsAt,
    endsAt: null,
    desk: 'main',
    about: '',
    cancelled: false,
    coverages: [{ id: 1, who: 'Ana', what: 'text', dueAt: '2026-03-16T08:00:00.000Z', storyCode: 1004 }],
    revision: 3,
  });
});

it('reads a code in the digits of any keyboard', () => {
  const form = newForm('2026-03-16', 'main');
  form.coverages = [{ who: '', what: 'text', due: '', story: '۱۰۰۴' }];
  expect(askOf(form, 'UTC', null).coverages[0]?.storyCode).toBe(1004);
});
