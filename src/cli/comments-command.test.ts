/** `bin/wireroom comments`, beside a running program: what it erases is gone from readers' pages at once. */
import { appendFileSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { backupFolder } from '../../test/backups.ts';
import { openCommented, until } from '../../test/commented.ts';
import { giveOwnKey } from '../../test/exports.ts';
import { publishOne } from '../../test/invented-story.ts';
import { dataFolder, startProgram } from '../../test/program.ts';
import { testDatabase } from '../../test/test-database.ts';
import { wireroom } from '../../test/wireroom-command.ts';
import { neverAsk, unaskedHash } from '../comments/never-ask.ts';
import { isUnasked } from '../comments/unasked-store.ts';
import { readMailSecret } from '../mail/mail-token.ts';

it('gives a person all comments that came with an address, and erases them', async () => {
  const site = await openCommented();
  onTestFinished(site.close);
  const { code } = await publishOne(site, {});
  const email = 'mira@example.org';
  await site.comment({ code }, { email, text: 'What I wrote about the pier, in public.' });
  await site.comment({ code }, { email: 'lev@example.org', name: 'Lev', text: 'What somebody else wrote.' });
  await site.pool.query("update comments set state = 'published', published_at = now()");
  await until(async () => (await site.get(`/en/${code}/comments`)).text().includes('2 comments'));

  const settings = { dataDir: dataFolder(), env: { DATABASE_URL: site.databaseUrl } };
  const exported = await wireroom(settings, 'comments', 'export', 'Mira@Example.org');
  expect([exported.code, exported.err]).toEqual([0, '']);
  expect(JSON.parse(exported.out)).toEqual([
    expect.objectContaining({ story: code, name: 'Mira', text: 'What I wrote about the pier, in public.' }),
  ]);
  const erased = await wireroom(settings, 'comments', 'erase', email, '--json');
  expect([erased.code, erased.err]).toEqual([0, '']);
  expect(JSON.parse(erased.out).comments).toHaveLength(1);
  await until(async () =>
    (await site.get(`/en/${code}/comments`)).text().includes('Removed at its author’s request.'),
  );
  const page = (await site.get(`/en/${code}/comments`)).text();
  expect(page).not.toContain('about the pier');
  expect(page).toContain('What somebody else wrote.');
  const wrong = await wireroom(settings, 'comments', 'export', 'mira');
  expect([wrong.code, wrong.err]).toEqual([2, '“mira” is no e-mail address.\n']);
});

it('erases again what an older backup brings back, and nothing that came later', async () => {
  const site = await openCommented();
  onTestFinished(site.close);
  const { code } = await publishOne(site, {});
  const email = 'mira@example.org';
  await site.comment({ code }, { email, text: 'What I wrote about the pier, in public.' });
  await site.comment({ code }, { name: 'Lev', text: 'What somebody else wrote.' });
  await site.pool.query("update comments set state = 'published', published_at = now()");
  const [dataDir, elsewhere] = [dataFolder(), dataFolder()];
  const file = path.join(backupFolder(), 'older.backup');
  const here = { dataDir, env: { DATABASE_URL: site.databaseUrl } };
  expect((await wireroom(here, 'backup', file)).code).toBe(0);
  expect((await wireroom(here, 'comments', 'erase', email)).out).toBe('One comment was erased.\n');
  const ledger = path.join(dataDir, 'erased-comments.jsonl');
  expect(readFileSync(ledger, 'utf8')).toMatch(
    /^\{"comment":1,"sentAt":"[\d-]+T[\d:.]+Z","erasedAt":"[\d-]+T[\d:.]+Z"\}\n$/,
  );
  expect(statSync(ledger).mode & 0o777).toBe(0o600);
  const addressHash = unaskedHash(await readMailSecret(site.pool), 'lev@example.org');
  await neverAsk({ db: site.pool, now: site.now(), dataDir }, addressHash);

  const restoredWith = async (folder: string, ...more: string[]) => {
    const { url, pool } = await testDatabase();
    const env = { DATABASE_URL: url };
    const { code: done, out } = await wireroom({ dataDir: folder, env }, 'restore', file, ...more);
    expect(done).toBe(0);
    const names = async () =>
      (await pool.query<{ name: string }>('select name from comments order by id')).rows.map(
        ({ name }) => name,
      );
    return { env, pool, out, names };
  };
  // A data folder that knows nothing of it says so; one that is told of it keeps what it was told.
  const without = await restoredWith(elsewhere);
  expect(without.out).toContain('there was no list of those that were erased on request');
  expect(await without.names()).toEqual(['Mira', 'Lev']);
  expect(await isUnasked(without.pool, addressHash)).toBe(false);
  const told = await restoredWith(elsewhere, '--erased', ledger);
  expect(told.out).toContain('Erased again, as their writers had asked: one comment.');
  expect(await told.names()).toEqual(['', 'Lev']);
  expect(await isUnasked(told.pool, addressHash)).toBe(true);
  expect((await told.pool.query('select from comment_contacts')).rowCount).toBe(0);
  expect(readFileSync(path.join(elsewhere, 'erased-comments.jsonl'), 'utf8')).toBe(
    readFileSync(ledger, 'utf8'),
  );
  expect(await (await restoredWith(dataDir)).names()).toEqual(['', 'Lev']);

  // Put back by other means: the program asks as it starts. Another's comment with that number is not meant.
  await without.pool.query("update comments set sent_at = sent_at + interval '1 second' where id = 1");
  const start = async () => {
    const program = await startProgram({ dataDir, env: without.env });
    await program.stop();
    return program.output();
  };
  expect(await start()).not.toContain('Erased again');
  expect(await without.names()).toEqual(['Mira', 'Lev']);
  await without.pool.query("update comments set sent_at = sent_at - interval '1 second' where id = 1");
  appendFileSync(ledger, '{"comment":2,"sen');
  expect(await start()).toMatch(
    /Erased again.*one comment\.\n.*erased-comments\.jsonl cannot be read in line 3\./,
  );
  expect(await without.names()).toEqual(['', 'Lev']);
});

it('erases again what an older export brings back, and keeps in mind what a newer one says', async () => {
  const site = await openCommented();
  onTestFinished(site.close);
  await giveOwnKey(site.pool);
  const { code } = await publishOne(site, {});
  const email = 'mira@example.org';
  await site.comment({ code }, { email, text: 'What I wrote about the pier, in public.' });
  await site.comment({ code }, { name: 'Lev', text: 'What somebody else wrote.' });
  await site.pool.query("update comments set state = 'published', published_at = now()");
  const [dataDir, elsewhere] = [dataFolder(), dataFolder()];
  const folder = backupFolder();
  const [file, older, newer] = ['older.backup', 'older', 'newer'].map((name) => path.join(folder, name)) as [
    string,
    string,
    string,
  ];
  const here = { dataDir, env: { DATABASE_URL: site.databaseUrl } };
  const run = async (settings: typeof here, ...words: string[]) => {
    const { code: done, out, err } = await wireroom(settings, ...words);
    expect([done, err]).toEqual([0, expect.not.stringMatching('rror')]);
    return out;
  };
  await run(here, 'backup', file);
  await run(here, 'export', older);
  await run(here, 'comments', 'erase', email);
  await run(here, 'export', newer);
  const empty = async (folder: string) => {
    const { url, pool } = await testDatabase();
    const names = async () =>
      (await pool.query<{ name: string }>('select name from comments order by id')).rows.map(
        ({ name }) => name,
      );
    return { dataDir: folder, env: { DATABASE_URL: url }, names };
  };

  // Of the folder that knows what was erased.
  const adopting = await empty(dataDir);
  expect(await run(adopting, 'import', older)).toContain(
    'Erased again, as their writers had asked: one comment.',
  );
  expect(await adopting.names()).toEqual(['', 'Lev']);

  // One that does not know it learns it of the newer export, once.
  const ledgerOf = () => readFileSync(path.join(elsewhere, 'erased-comments.jsonl'), 'utf8');
  await run(await empty(elsewhere), 'restore', file, '--export', newer);
  expect(ledgerOf()).toMatch(/^\{"comment":1,"sentAt":"[\d-]+T[\d:.]+Z","erasedAt":"[\d-]+T[\d:.]+Z"\}\n$/);
  const learnt = ledgerOf();
  await run(await empty(elsewhere), 'restore', file, '--export', newer);
  expect(ledgerOf()).toBe(learnt);
  const later = await empty(elsewhere);
  await run(later, 'restore', file);
  expect(await later.names()).toEqual(['', 'Lev']);
});
