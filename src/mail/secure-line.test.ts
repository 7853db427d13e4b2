/** TLS and signing in, against a real mail server that wants both. */
import type { SMTPServerSession } from 'smtp-server';
import { expect, it } from 'vitest';
import { localhostCertificate, localhostKey } from '../../test/localhost-certificate.ts';
import { bounces, office, queue, states } from '../../test/mail-office.ts';
import { type MailServer, mailServer, refusal } from '../../test/mail-server.ts';
import type { MailSettings } from './mail-settings.ts';

async function guarded(secure: boolean): Promise<MailServer> {
  return mailServer({
    key: localhostKey,
    cert: localhostCertificate,
    secure,
    authOptional: false,
    disabledCommands: [],
    onAuth: ({ username, password }, _session: SMTPServerSession, done) =>
      username === 'desk' && password === 'geheim@1'
        ? done(null, { user: username })
        : done(refusal(535, '5.7.8 Wrong password')),
  });
}

it.each([
  ['starttls', false],
  ['implicit', true],
] as const)('signs in under %s, with a certificate that is trusted', async (tls, secure) => {
  const server = await guarded(secure);
  const settings: MailSettings = {
    ...server.settings,
    server: { host: 'localhost', port: server.port, tls, signIn: { user: 'desk', password: 'geheim@1' } },
  };
  const at = await office(settings, { line: { trusted: localhostCertificate } });
  await queue(at);
  expect(await at.send()).toBe(1);
  expect(server.received[0]).toMatchObject({ secure: true, user: 'desk' });
});

it('says nothing to a server whose certificate nobody trusts, or which has none', async () => {
  const server = await guarded(false);
  const plain = await mailServer();
  for (const port of [server.port, plain.port]) {
    const settings: MailSettings = {
      ...server.settings,
      server: { host: 'localhost', port, tls: 'starttls', signIn: { user: 'desk', password: 'geheim@1' } },
    };
    const at = await office(settings);
    await queue(at);
    expect(await at.send()).toBe(0);
    expect(at.said).toHaveLength(1);
    expect(await states(at)).toEqual(['waiting, kept']);
  }
  expect([...server.received, ...plain.received]).toEqual([]);
});

it('keeps its password out of what it says where it is wrong', async () => {
  const server = await guarded(false);
  const settings: MailSettings = {
    ...server.settings,
    server: {
      host: 'localhost',
      port: server.port,
      tls: 'starttls',
      signIn: { user: 'desk', password: 'wrong-one' },
    },
  };
  const at = await office(settings, { line: { trusted: localhostCertificate } });
  await queue(at);
  await at.send();
  expect(at.said.join()).toContain('535');
  expect(at.said.join()).not.toMatch(/wrong-one|lina/);
  expect(await bounces(at)).toEqual([]);
});
