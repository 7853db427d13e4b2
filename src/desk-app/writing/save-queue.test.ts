/** When a draft is saved, and what may be said of it. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  firstSaving,
  isUnsaved,
  longestMs,
  nextLook,
  quietMs,
  type Saving,
  type SavingEvent,
  statusOf,
  stepSaving,
} from './save-queue.ts';

/** Plays events, and tells when each text left. */
function play(events: SavingEvent[], from: Saving = firstSaving({ revision: 3, savedAt: null })) {
  let saving = from;
  const sent: SavingEvent[] = [];
  for (const event of events) {
    const step = stepSaving(saving, event);
    saving = step.saving;
    if (step.send) sent.push(event);
  }
  return { saving, sent };
}
const changed = (at: number): SavingEvent => ({ kind: 'changed', at });
const time = (at: number): SavingEvent => ({ kind: 'time', at });
const saved = (revision: number): SavingEvent => ({
  kind: 'saved',
  revision,
  savedAt: '2026-03-14T12:00:00Z',
});
const failed = (trouble: 'offline' | 'signed-out' | 'conflict', at: number): SavingEvent => ({
  kind: 'failed',
  trouble,
  at,
});

it('waits for a pause in typing, and no longer than three seconds', () => {
  expect(play([changed(0), time(quietMs - 1)]).sent).toHaveLength(0);
  expect(play([changed(0), time(quietMs)]).sent).toHaveLength(1);
  const typing = Array.from({ length: 50 }, (_, at) => changed(at * 100));
  const { sent } = play(typing);
  expect(sent).toEqual([changed(longestMs)]);
});

it('never sends while a save is on its way, and sends what was typed meanwhile afterwards', () => {
  const typedOn = play([changed(0), time(1_000), changed(1_100), time(9_000)]);
  expect(typedOn.sent).toHaveLength(1);
  expect(statusOf(typedOn.saving)).toBe('saving');
  const { saving, sent } = play([saved(4), time(9_001)], typedOn.saving);
  expect([saving.revision, sent.length]).toEqual([4, 1]);
});

it('says "saved" only when no word is here alone', () => {
  const typedOn = play([changed(0), time(1_000), changed(1_100), saved(4)]);
  expect([statusOf(typedOn.saving), isUnsaved(typedOn.saving)]).toEqual(['changed', true]);
  const all = play([time(2_100), saved(5)], typedOn.saving);
  expect([statusOf(all.saving), isUnsaved(all.saving)]).toEqual(['saved', false]);
});

it('tries again by itself when the line was cut, at ever longer intervals, and at once when it is back', () => {
  let { saving } = play([changed(0), time(1_000), failed('offline', 1_000)]);
  const waits: number[] = [];
  let at = 1_000;
  for (let times = 0; times < 6; times++) {
    expect(statusOf(saving)).toBe('offline');
    const due = nextLook(saving) as number;
    waits.push(due - at);
    at = due;
    saving = play([time(due), failed('offline', due)], saving).saving;
  }
  expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 10_000, 10_000]);
  expect(play([{ kind: 'mended', trouble: 'offline', at: at + 1 }], saving).sent).toHaveLength(1);
});

it('waits for a person after a conflict or an ended session, and keeps the words meanwhile', () => {
  for (const trouble of ['signed-out', 'conflict'] as const) {
    const { saving } = play([changed(0), time(1_000), failed(trouble, 1_500), changed(2_000)]);
    expect(nextLook(saving)).toBeNull();
    expect(play([time(99_000), { kind: 'asked', at: 99_000 }], saving).sent).toHaveLength(0);
    expect(play([{ kind: 'mended', trouble, at: 99_000 }], saving).sent).toHaveLength(1);
  }
});

it('goes on from the server’s revision after two texts have become one', () => {
  const stuck = play([changed(0), time(1_000), failed('conflict', 1_500)]).saving;
  const { saving, sent } = play(
    [{ kind: 'rebased', revision: 9, savedAt: null, changed: true, at: 5_000 }],
    stuck,
  );
  expect([saving.revision, sent.length, statusOf(saving)]).toEqual([9, 1, 'saving']);
});

it('in any order of events sends one text at a time and loses no change', () => {
  const event = fc.oneof(
    fc.constant('changed' as const),
    fc.constant('time' as const),
    fc.constant('asked' as const),
    fc.constantFrom('saved', 'offline', 'signed-out', 'conflict'),
    fc.constantFrom('mended offline', 'mended signed-out', 'rebased'),
  );
  fc.assert(
    fc.property(fc.array(event, { maxLength: 60 }), (names) => {
      let saving = firstSaving({ revision: 0, savedAt: null });
      let at = 0;
      let [typed, onItsWay, onServer] = [0, 0, 0];
      for (const name of names) {
        at += 700;
        const isAnswer = ['saved', 'offline', 'signed-out', 'conflict'].includes(name);
        if (isAnswer && !saving.sending) continue;
        if (name === 'rebased' && saving.sending) continue;
        if (name === 'changed') typed += 1;
        if (name === 'saved') onServer = onItsWay;
        const step = stepSaving(saving, eventOf(name, at));
        if (step.send) {
          expect(saving.sending === null || isAnswer || name === 'rebased').toBe(true);
          onItsWay = typed;
        }
        saving = step.saving;
        if (onServer < typed) expect(isUnsaved(saving)).toBe(true);
        if (statusOf(saving) === 'saved') expect(onServer).toBe(typed);
      }
    }),
  );
});

function eventOf(name: string, at: number): SavingEvent {
  switch (name) {
    case 'changed':
    case 'time':
    case 'asked':
      return { kind: name, at };
    case 'saved':
      return saved(at);
    case 'rebased':
      return { kind: 'rebased', revision: at, savedAt: null, changed: true, at };
    case 'mended offline':
      return { kind: 'mended', trouble: 'offline', at };
    case 'mended signed-out':
      return { kind: 'mended', trouble: 'signed-out', at };
    default:
      return failed(name as 'offline', at);
  }
}
