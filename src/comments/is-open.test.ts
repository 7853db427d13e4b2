/** Whether a story takes comments. */
import { expect, it } from 'vitest';
import { type CommentRules, plainRules } from './comment-setting.ts';
import { isOpen, type OwnRule } from './is-open.ts';

const zone = 'Asia/Tehran';
/** 30 minutes into 15 March there. */
const at = new Date('2026-03-14T21:00:00Z');
const rules: CommentRules = { ...plainRules, closeAfterDays: 2 };
const off: CommentRules = { ...rules, taken: false };

it.each<[string, CommentRules, OwnRule, string, boolean]>([
  ['on its day', rules, null, '2026-03-15', true],
  ['on its last day', rules, null, '2026-03-17', true],
  ['after it', rules, null, '2026-03-18', false],
  ['where none ever closes', { ...rules, closeAfterDays: null }, null, '2036-03-18', true],
  ['where the agency takes none', off, null, '2026-03-15', false],
  ['where the desk opened it', off, { taken: 'open', days: null }, '2036-03-15', true],
  ['where the desk closed it', rules, { taken: 'closed', days: null }, '2026-03-15', false],
  ['within days of its own', off, { taken: 'days', days: 10 }, '2026-03-25', true],
  ['after days of its own', rules, { taken: 'days', days: 0 }, '2026-03-16', false],
])('is known %s', (_when, setting, own, today, open) => {
  expect(isOpen(setting, { own, at, zone, today })).toBe(open);
});
