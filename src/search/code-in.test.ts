import { expect, it } from 'vitest';
import { codeIn } from './code-in.ts';
import { readQuestion } from './question.ts';

it.each([
  ['271032', 271032],
  ['۲۷۱۰۳۲', 271032],
  ['"271032"', 271032],
  ['No. 271032', 271032],
  ['no 271032', 271032],
  ['No.271032', 271032],
  ['#271032', 271032],
  ['№ 271032', 271032],
  ['Nº 271032', 271032],
  ['N.º 271032', 271032],
  ['شمارهٔ ۲۷۱۰۳۲', 271032],
  ['شماره ۲۷۱۰۳۲', 271032],
  ['رقم ٢٧١٠٣٢', 271032],
  ['https://agency.example/271032', 271032],
  ['http://agency.example:4000/fa/271032/headline-of-it?as-of=2017', 271032],
  ['https://agency.example/en/271032.txt', 271032],
])('%s is a code', (asked, code) => {
  expect(codeIn(readQuestion(asked))).toBe(code);
});

it.each([
  '',
  'storm',
  'storm 271032',
  '-271032',
  '271032 271033',
  'No. storm',
  '0',
  '12.5',
  '1e3',
  'No OR 271032',
  'https://agency.example/en/',
])('%j is none', (asked) => {
  expect(codeIn(readQuestion(asked))).toBe(null);
});
