import { expect, it } from 'vitest';
import { readMailSettings } from './mail-settings.ts';

const MAIL_FROM = 'Harbour News <news@harbour.example>';
const read = (env: NodeJS.ProcessEnv) => readMailSettings({ MAIL_FROM, ...env });

it('sends nothing where no server is named', () => {
  expect(readMailSettings({})).toBe(null);
});

it.each([
  [
    'smtps://desk:p%40ss@mail.example',
    { host: 'mail.example', port: 465, tls: 'implicit', signIn: { user: 'desk', password: 'p@ss' } },
  ],
  ['smtp://mail.example', { host: 'mail.example', port: 587, tls: 'starttls', signIn: null }],
  ['smtp://mail.example:25/', { host: 'mail.example', port: 25, tls: 'starttls', signIn: null }],
  ['smtp://localhost:25', { host: 'localhost', port: 25, tls: 'none', signIn: null }],
  ['smtp://[::1]:2525', { host: '::1', port: 2525, tls: 'none', signIn: null }],
  ['smtp://localhost:25?tls=required', { host: 'localhost', port: 25, tls: 'starttls', signIn: null }],
])('reads %s', (SMTP_URL, server) => {
  expect(read({ SMTP_URL })).toEqual({
    server,
    from: { name: 'Harbour News', address: 'news@harbour.example' },
    bounce: null,
    aMinute: 600,
  });
});

it.each([
  [{ MAIL_BOUNCE: 'bounce@harbour.example' }, { bounce: { local: 'bounce', domain: 'harbour.example' } }],
  [{ MAIL_BOUNCE: 'Back.Harbour.example' }, { bounce: { local: '', domain: 'back.harbour.example' } }],
  [{ MAIL_A_MINUTE: '30' }, { aMinute: 30 }],
  [{ MAIL_FROM: 'news@harbour.example' }, { from: { name: '', address: 'news@harbour.example' } }],
  [
    { MAIL_FROM: '"خبر بندر" <news@HARBOUR.example>' },
    { from: { name: 'خبر بندر', address: 'news@harbour.example' } },
  ],
])('reads %j', (env: NodeJS.ProcessEnv, expected) => {
  expect(read({ SMTP_URL: 'smtps://mail.example', ...env })).toMatchObject(expected);
});

it.each([
  [{ SMTP_URL: 'mail.example' }, 'SMTP_URL'],
  [{ SMTP_URL: 'https://desk:secret@mail.example' }, 'SMTP_URL'],
  [{ SMTP_URL: 'smtps://desk:secret%ZZ@mail.example' }, 'SMTP_URL'],
  [{ SMTP_URL: 'smtps://desk:secret@mail.example/path' }, 'SMTP_URL'],
  [{ SMTP_URL: 'smtps://desk:secret@mail.example?tls=off' }, 'SMTP_URL'],
  [{ SMTP_URL: 'smtps://mail.example', MAIL_FROM: '' }, 'MAIL_FROM'],
  [{ SMTP_URL: 'smtps://mail.example', MAIL_FROM: 'News <news>' }, 'MAIL_FROM'],
  [{ SMTP_URL: 'smtps://mail.example', MAIL_FROM: 'a@b.example\r\nBcc: c@d.example' }, 'MAIL_FROM'],
  [{ SMTP_URL: 'smtps://mail.example', MAIL_BOUNCE: 'nowhere' }, 'MAIL_BOUNCE'],
  [{ SMTP_URL: 'smtps://mail.example', MAIL_BOUNCE: 'a-very-long-name@b.example' }, 'MAIL_BOUNCE'],
  [{ SMTP_URL: 'smtps://mail.example', MAIL_A_MINUTE: '0' }, 'MAIL_A_MINUTE'],
  [{ SMTP_URL: '' }, 'SMTP_URL'],
])('refuses %j by the name of the variable, and says no secret', (env: NodeJS.ProcessEnv, name) => {
  expect(() => read(env)).toThrow(name);
  expect(() => read(env)).not.toThrow(/secret/);
});
