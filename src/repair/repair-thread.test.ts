import { expect, it, onTestFinished, vi } from 'vitest';
import { repairText } from './repair.ts';
import { repairAside } from './repair-thread.ts';

it('gives each who asks at once what the repair of their own text is', async () => {
  const texts = ['He is inTehran todiscuss it.', 'The port is shut.', 'A man of35 came.The rest waited.'];
  const repairs = await Promise.all(texts.map((text) => repairAside(text, 'en')));
  expect(repairs).toEqual(texts.map((text) => repairText(text, 'en')));
  expect(repairs[0]?.text).toBe('He is in Tehran to discuss it.');
});

it('leaves a text alone whose language it has no words of', async () => {
  expect(await repairAside('بندر', 'fa')).toMatchObject({ text: 'بندر', languageKnown: false });
});

it('ends when nobody pastes, and repairs what is pasted at that very moment', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
  await repairAside('The port is shut.', 'en');
  vi.advanceTimersByTime(3_600_000);
  expect((await repairAside('He is inTehran todiscuss it.', 'en')).text).toBe(
    'He is in Tehran to discuss it.',
  );
});
