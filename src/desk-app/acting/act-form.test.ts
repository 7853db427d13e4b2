/** What is sent of what was said in the panel. */
import { expect, it } from 'vitest';
import { reasonClasses } from '../../stories/reason-class.ts';
import { askOf, basedOnOf, emptyForm, lacksNote } from './act-form.ts';
import { wallTime } from './wall-time.ts';

const about = { basedOn: 12, revision: 4, zone: 'Asia/Tehran', code: null };
const form = (kind: 'publish' | 'correct' | 'kill' | 'redact' | 'hold') => emptyForm(kind, { reasonClasses });

it('sends each act what it needs and nothing that it has not', () => {
  expect(askOf(form('publish'), about)).toEqual({ kind: 'publish', basedOn: 12, revision: 4 });
  expect(askOf({ ...form('correct'), note: ' The figure was wrong. ' }, about)).toEqual({
    kind: 'correct',
    basedOn: 12,
    revision: 4,
    reasonClass: 'corrected',
    note: 'The figure was wrong.',
  });
  expect(askOf({ ...form('kill'), at: '2026-03-14T18:00' }, { ...about, code: 271032 })).toEqual({
    kind: 'kill',
    basedOn: 12,
    reasonClass: 'withdrawn',
    replacement: 271032,
  });
  expect(askOf({ ...form('redact'), fields: ['lead'] }, about)).toMatchObject({ fields: ['lead'] });
  expect(askOf({ ...form('publish'), flash: true }, about)).toMatchObject({ flash: true });
});

it('misses the sentence for readers where they hear that something was wrong, and nowhere else', () => {
  const lacking = (['publish', 'correct', 'hold', 'kill', 'redact'] as const).map((kind) =>
    lacksNote(form(kind)),
  );
  expect(lacking).toEqual([null, true, null, true, null]);
  expect(lacksNote({ kind: 'kill', note: ' \n' })).toBe(true);
  expect(lacksNote({ kind: 'correct', note: 'It was two ships.' })).toBe(false);
});

it('takes a time for one of the agency’s clocks', () => {
  const asked = askOf({ ...form('publish'), at: '2026-03-14T18:00', embargo: true }, about);
  expect(asked).toMatchObject({ at: '2026-03-14T14:30:00.000Z', embargo: true });
  expect(wallTime('Asia/Tehran', '2026-03-14T14:30:00Z')).toBe('2026-03-14T18:00');
});

it('goes by the newest act that was read, in whatever order they came', () => {
  const acts = [3, 11, 7].map((actId) => ({ actId }) as never);
  expect([basedOnOf({ acts }), basedOnOf({ acts: [] })]).toEqual([11, null]);
});
