/** Mail in the running program: from the form to the mail server, and a mail that came back through the command. */
import { expect, it } from 'vitest';
import { linkIn, mailServer } from '../../test/mail-server.ts';
import { dataFolder, freePort, runProgram, startProgram } from '../../test/program.ts';
import { wireroom } from '../../test/wireroom-command.ts';
import { bouncePostfix } from './fixtures/reports.ts';

it('asks, confirms, and takes in what came back', async () => {
  const server = await mailServer();
  const dataDir = dataFolder();
  const port = await freePort();
  const program = await startProgram({
    dataDir,
    env: {
      PORT: String(port),
      SMTP_URL: `smtp://127.0.0.1:${server.port}`,
      MAIL_FROM: 'news@halim.example',
      MAIL_BOUNCE: 'bounce@halim.example',
    },
  });
  const post = (url: string, form: Record<string, string>) =>
    fetch(url, {
      method: 'POST',
      body: new URLSearchParams(form),
      headers: { origin: 'https://elsewhere.example' },
    });
  const asked = await post(`${program.url}/en/alerts`, {
    'ask-q': 'storm',
    every: 'at-once',
    address: 'lina@example.org',
  });
  expect(asked.status).toBe(200);
  expect(asked.headers.get('content-security-policy')).toContain("form-action 'self'");
  await expect.poll(() => server.received.length).toBe(1);
  const link = linkIn(server.received[0] as (typeof server.received)[number], '/mail/confirm/');
  expect(link.startsWith(`${program.url}/en/`)).toBe(true);
  expect((await post(link, {})).status).toBe(200);
  expect(program.output()).not.toContain('lina@');

  const { out } = await wireroom({ dataDir }, 'mail');
  expect(out).toContain('SMTP_URL is not set where this command was started');
  expect(out).toMatch(/The program last sent a mail at 20\S+Z \(confirm\)\./);
  const from = server.received[0]?.from as string;
  const noted = await wireroom({ dataDir, input: bouncePostfix(from) }, 'bounce', '--to', from);
  expect([noted.code, noted.out]).toEqual([
    0,
    'Noted: l…@example.org does not take mail, and gets none any more (5.1.1).\n',
  ]);
  const facts = JSON.parse((await wireroom({ dataDir }, 'mail', '--json')).out);
  expect(facts).toMatchObject({ server: null, waiting: 0, followers: 0, bounced: 1 });
  expect(facts.lastSent).toBe(null);
  expect(facts.bounces[0].said).toContain('User unknown');
  await program.stop();
});

it('does not start where the settings of mail make no sense, and keeps the password to itself', async () => {
  const { code, output } = await runProgram({
    dataDir: dataFolder(),
    env: { SMTP_URL: 'smtps://desk:geheim@mail.example/x', MAIL_FROM: 'news@halim.example' },
  });
  expect([code, output]).toEqual([2, expect.stringContaining('SMTP_URL cannot be read')]);
  expect(output).not.toContain('geheim');
});
