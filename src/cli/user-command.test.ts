/** `bin/wireroom user` on a stopped and on a running installation, and the link that the first start prints. */
import { expect, it } from 'vitest';
import { dataFolder, startProgram } from '../../test/program.ts';
import { fetchRaw } from '../../test/raw-http.ts';
import { testDatabase } from '../../test/test-database.ts';
import { wireroom } from '../../test/wireroom-command.ts';

function post(url: string, path: string, body: object, cookie = '') {
  return fetchRaw(url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(cookie ? { cookie } : {}) },
    body: JSON.stringify(body),
  });
}

function get(url: string, path: string, cookie: string) {
  return fetchRaw(url + path, { headers: { cookie } });
}

function cookieFrom(answer: { headers: Record<string, unknown> }): string {
  return String(answer.headers['set-cookie']).split(';', 1)[0] as string;
}

const password = 'a long enough password';

it('invites, lists and lets in again, whether the program runs or not', async () => {
  const dataDir = dataFolder();
  const env = { DATABASE_URL: (await testDatabase()).url };
  const stopped = await wireroom(
    { dataDir, env: { ...env, PUBLIC_URL: 'https://news.example' } },
    ...['user', 'add', 'ed@example.org', '--name', 'Ed', '--role', 'editor', '--desk', 'main'],
  );
  expect([stopped.code, stopped.err]).toEqual([0, '']);
  expect(stopped.out).toMatch(
    /^Invited: Ed <ed@example\.org>, editor on main\. The link holds once, for 7 days:\nhttps:\/\/news\.example\/desk\/#\/invitation\/[\w-]{43}\n$/,
  );
  const program = await startProgram({ dataDir, env });
  const { url } = program;
  const printed = program.output();
  expect(printed).toContain(
    `The desk: ${url}/desk/   Sign in once, within the hour, with: ${url}/desk/#/link/`,
  );
  const [, first = ''] = /#\/link\/([\w-]+)/.exec(printed) ?? [];
  const owner = cookieFrom(await post(url, '/api/sign-in-links/use', { token: first }));
  expect(JSON.parse((await get(url, '/api/me', owner)).text())).toMatchObject({ name: 'owner' });
  const token = stopped.out.trim().split('/').at(-1);
  const accepted = await post(url, '/api/invitations/accept', { token, name: 'Ed', password });
  expect(accepted.status).toBe(200);
  const ed = cookieFrom(accepted);
  expect((await get(url, '/api/me', ed)).status).toBe(200);

  const there = await wireroom(
    { dataDir, env },
    ...['user', 'add', 'ed@example.org', '--name', 'Ed', '--role', 'editor', '--desk', 'main'],
  );
  expect([there.code, there.out]).toEqual([0, 'Ed <ed@example.org> is there already, as editor on main.\n']);
  const more = await wireroom(
    { dataDir, env },
    ...['user', 'add', 'ed@example.org', '--name', 'Ed', '--role', 'chief'],
  );
  expect([more.code, more.err]).toEqual([1, 'There is a person with the address ed@example.org already.\n']);

  const reset = await wireroom({ dataDir, env }, 'user', 'reset', 'ed@example.org', '--json');
  const { link, ...said } = JSON.parse(reset.out);
  // It was told no port: the program that runs has left its own.
  expect(link).toMatch(new RegExp(`^${url}/desk/#/link/`));
  expect([reset.code, said]).toEqual([0, { outcome: 'reset', email: 'ed@example.org', sessionsEnded: 1 }]);
  expect((await get(url, '/api/me', ed)).status).toBe(401);
  expect((await post(url, '/api/auth/sign-in/email', { email: 'ed@example.org', password })).status).toBe(
    401,
  );
  const again = await post(url, '/api/sign-in-links/use', { token: link.split('/').at(-1) });
  expect(again.status).toBe(200);

  const nowhere = ['user', 'add', 'al@example.org', '--name', 'Al', '--role', 'editor'];
  const noDesk = await wireroom({ dataDir, env }, ...nowhere, '--desk', 'world');
  expect([noDesk.code, noDesk.out, noDesk.err]).toEqual([
    1,
    '',
    'There is no desk “world”: say one of main, or leave --desk out.\n',
  ]);
  const noEdition = await wireroom({ dataDir, env }, ...nowhere, '--lang', 'zz', '--json');
  expect([noEdition.code, JSON.parse(noEdition.out).refusal]).toEqual([
    1,
    { kind: 'no-edition', lang: 'zz', known: ['en', 'fr', 'fa'] },
  ]);

  const list = await wireroom({ dataDir, env }, 'user', 'list');
  expect(list.out).toBe(
    'Ed <ed@example.org>: editor on main\nowner <owner@wireroom.invalid>: chief on every desk; administrator on every desk\n',
  );
  expect(program.output()).not.toContain(password);
  await program.stop();
  const stays = await wireroom({ dataDir, env }, 'user', 'reset', 'ed@example.org', '--json');
  expect(JSON.parse(stays.out).link).toMatch(new RegExp(`^${url}/desk/#/link/`));
  const told = await wireroom(
    { dataDir, env: { ...env, PORT: '4100' } },
    ...['user', 'reset', 'ed@example.org', '--json'],
  );
  expect(JSON.parse(told.out).link).toMatch(/^http:\/\/localhost:4100\/desk\/#\/link\//);
  // Somebody has signed in: the next start prints no link.
  const later = await startProgram({ dataDir, env });
  expect(later.output()).toContain(`The desk: ${later.url}/desk/\n`);
  expect(later.output()).not.toContain('#/link/');
  expect((await get(later.url, '/api/me', owner)).status).toBe(200);
  await later.stop();
});

it.each([
  [['user'], 'user takes add EMAIL, reset EMAIL, or list.'],
  [
    ['user', 'add', 'a@example.org', '--role', 'editor'],
    'user add needs --name NAME, with which acts are signed.',
  ],
  [
    ['user', 'add', 'a@example.org', '--name', 'A', '--role', 'king'],
    /^user add needs --role, one of reporter, /,
  ],
  [
    ['user', 'reset', 'a@example.org', '--role', 'editor'],
    'user reset takes no --name, --role, --desk, --lang.',
  ],
])('says what is wrong with %j', async (words, sentence) => {
  const { code, err } = await wireroom({ dataDir: dataFolder() }, ...words);
  expect(code).toBe(2);
  expect(err.trimEnd()).toEqual(typeof sentence === 'string' ? sentence : expect.stringMatching(sentence));
});
