/** `bin/wireroom comments`, beside a running program: what it erases is gone from readers' pages at once. */
import { expect, it, onTestFinished } from 'vitest';
import { openCommented, until } from '../../test/commented.ts';
import { publishOne } from '../../test/invented-story.ts';
import { dataFolder } from '../../test/program.ts';
import { wireroom } from '../../test/wireroom-command.ts';

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
