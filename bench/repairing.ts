/** How fast glued text is repaired: whole text, and text that has lost a fifth of its spaces. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { dropSpaces, randomFrom } from '../src/repair/lost-spaces.ts';
import { repairText } from '../src/repair/repair.ts';

export type RepairRow = { text: string; megabytes: number; perSecond: number };

export function measureRepair(): RepairRow[] {
  const file = path.join(import.meta.dirname, '../src/repair/fixtures/newswire.txt');
  const whole = readFileSync(file, 'utf8');
  repairText(whole, 'en');
  const glued = (seed: number) => dropSpaces(whole, 0.2, randomFrom(seed)).glued;
  return [
    measure('whole', whole.repeat(500)),
    measure('a fifth of its spaces lost', Array.from({ length: 500 }, (_, seed) => glued(seed)).join('\n')),
  ];
}

function measure(text: string, words: string): RepairRow {
  const megabytes = Buffer.byteLength(words) / 1e6;
  const start = process.hrtime.bigint();
  repairText(words, 'en');
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  return { text, megabytes, perSecond: megabytes / seconds };
}
