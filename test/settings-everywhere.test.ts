/** Settings are the installation's: whoever changes them, every process of it has them, without a restart. */
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { agencySetting } from '../src/editions/agency-setting.ts';
import { lookSetting } from '../src/editions/look-setting.ts';
import { changeSetting, type Setting, settingsMark } from '../src/editions/setting.ts';
import { takeLogo } from '../src/editions/take-logo.ts';
import { inTransaction } from '../src/record/transaction.ts';
import { dataFolder, startProgram } from './program.ts';
import { fetchRaw } from './raw-http.ts';
import { type TestDatabase, testDatabase } from './test-database.ts';

/** As a third process would. */
async function change<T, Asked>(
  { pool }: TestDatabase,
  setting: Setting<T, Asked>,
  to: (before: T) => Asked,
): Promise<void> {
  const by = { id: null, name: 'Ada Min' };
  const changed = await inTransaction(pool, async (db) => {
    const before = await setting.read(db);
    return changeSetting({ db, now: new Date(), by, lang: 'en' }, setting, {
      asked: to(before),
      seen: settingsMark(before),
    });
  });
  expect(changed).toMatchObject({ ok: true });
}

it('both of two programs on one database wear a look and say dates as a third has set them', async () => {
  const database = await testDatabase({ migrated: false });
  const env = { DATABASE_URL: database.url };
  const both = await Promise.all([1, 2].map(() => startProgram({ dataDir: dataFolder(), env })));
  const front = (url: string) => async () => (await fetchRaw(`${url}/en/`, {})).text();
  for (const { url } of both) expect(await front(url)()).not.toContain('/assets/logo.');
  const bytes = await sharp({ create: { width: 400, height: 100, channels: 4, background: '#7a1022' } })
    .png()
    .toBuffer();
  const logo = await takeLogo(database.pool, bytes);
  if (!logo.ok) throw new Error(logo.refusal.kind);
  await change(database, lookSetting, () => ({
    colours: { light: '#7a1022', dark: null },
    logos: { light: logo.value.logo, dark: null },
  }));
  await change(database, agencySetting, ({ sample: _, ...agency }) => ({
    ...agency,
    editions: agency.editions.map((edition) => ({
      ...edition,
      dates: { calendar: 'islamic-umalqura', beside: null, numerals: 'arab' } as const,
    })),
  }));
  for (const { url } of both) {
    await expect.poll(front(url)).toMatch(/<img src="\/assets\/logo\.[0-9a-f]{12}\.webp"/);
    await expect.poll(front(url)).toMatch(/<time dateTime="[\d-]+">\p{L}+ [٠-٩]+ /u);
    const [sheet] = /\/assets\/site\.[0-9a-f]+\.css/.exec(await front(url)()) ?? [];
    expect((await fetchRaw(url + sheet, {})).text()).toContain('--agency: #7a1022');
  }
  for (const program of both) expect(await program.stop()).toBe(0);
}, 120_000);
