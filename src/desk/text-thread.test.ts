import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, it, onTestFinished, vi } from 'vitest';
import { agency } from '../../test/invented-story.ts';
import { paragraphs, type StoryText } from '../text/story-text.ts';
import { askDoubts } from './preflight-question.ts';
import { workAside } from './text-thread.ts';
import { textWorks } from './text-works.ts';

const dateLine = { on: '2026-03-15', language: 'en' };
const glued = async (text: string, lang = 'en') =>
  (await workAside('glued', [text], lang, {})).flat().map(({ after }) => after);

it('gives each who asks at once what the work on their own text is', async () => {
  const texts = ['He is inTehran todiscuss it.', 'The port is shut.', 'A man of35 came.The rest waited.'];
  const [marked, ...doubts] = await Promise.all([
    workAside('dates', { headline: '', lead: '', body: paragraphs('It opens tomorrow.') }, dateLine),
    ...texts.map((text) => workAside('glued', [text], 'en', {})),
  ]);
  expect(doubts).toEqual(texts.map((text) => textWorks.glued([text], 'en', {})));
  expect(doubts[0]?.[0]?.map(({ after }) => after)).toEqual(['in Tehran', 'to discuss']);
  expect(JSON.stringify(marked)).toContain('"datetime":"2026-03-16"');
});

it('leaves a text alone whose language it has no words of', async () => {
  expect(await glued('بندر', 'fa')).toEqual([]);
});

it('refuses a text that cannot be kept as the work itself does, and works on for the others', async () => {
  const body = { type: 'doc', content: [{ type: 'script' }] } as unknown as StoryText;
  const bad = workAside('dates', { headline: '', lead: '', body }, dateLine);
  const good = glued('He is inTehran.');
  await expect(bad).rejects.toBeInstanceOf(RangeError);
  expect(await good).toEqual(['in Tehran']);
});

it('looks at a text of any length to its end', async () => {
  const body = paragraphs(
    ...Array<string>(40_000).fill('The port is shut. '.repeat(30)),
    'inTehran tomorrow',
  );
  const asked = { fields: { headline: '', lead: '', body }, lang: 'en', goesOutAt: new Date(0) };
  const { doubts, looseDates } = await askDoubts({ agency }, { ...asked, style: {} });
  expect(doubts.map(({ before }) => before)).toEqual(['inTehran']);
  expect(looseDates).toEqual([{ field: 'body', words: 'tomorrow', whole: null }]);
});

it('ends when nobody pastes, and reads what is pasted at that very moment', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
  await glued('The port is shut.');
  vi.advanceTimersByTime(3_600_000);
  expect(await glued('He is inTehran todiscuss it.')).toEqual(['in Tehran', 'to discuss']);
});

it('is the one place from which the program comes to word lists, dates in words and other pages’ markup', () => {
  const heavy = ['repair/english-words.ts', 'dates/chrono-dates.ts', 'intake/html-to-body.ts'];
  const loadedBy = (entry: string) => heavy.filter((file) => modulesOf(entry).has(fileOf(file)));
  expect(modulesOf('web/serve.ts')).toContain(fileOf('desk/text-thread.ts'));
  expect(loadedBy('web/serve.ts')).toEqual([]);
  expect(loadedBy('desk/text-worker.ts')).toEqual(heavy);
  // Nor does the thread come to the database.
  expect(
    [...modulesOf('desk/text-worker.ts')].filter((file) => /-store\.ts$|\/database\//.test(file)),
  ).toEqual([]);
});

function fileOf(file: string): string {
  return createRequire(import.meta.url).resolve(`../${file}`);
}

/** All modules that are loaded with it: what is imported for its types alone is not. */
function modulesOf(entry: string): Set<string> {
  const found = new Set([fileOf(entry)]);
  for (const file of found) {
    const said = readFileSync(file, 'utf8').matchAll(
      /^(?:import|export) (?!type )(?:[^;'=]* from )?'(\.[^']+)'/gm,
    );
    for (const [, name] of said) found.add(createRequire(file).resolve(name as string));
  }
  return found;
}
