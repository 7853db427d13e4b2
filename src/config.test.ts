import path from 'node:path';
import { expect, it } from 'vitest';
import { readConfig } from './config.ts';
import { mayReach } from './outgoing/may-reach.ts';
import { projectRoot } from './project-root.ts';
import { StartRefusal } from './start-refusal.ts';

it('listens on loopback, port 4000, with its own database, where nothing is set', () => {
  const { outgoing, ...others } = readConfig({});
  expect(mayReach('10.0.0.1', 'x.example', outgoing)).toBe(false);
  expect(others).toEqual({
    port: 4000,
    host: null,
    publicUrl: 'http://localhost:4000',
    trustProxy: false,
    dataDir: path.join(projectRoot, 'data'),
    databaseUrl: null,
    empty: false,
    singleSignOn: null,
    mail: null,
  });
});

it('takes an empty variable for one that is not set', () => {
  const names = [
    'PORT',
    'HOST',
    'PUBLIC_URL',
    'TRUST_PROXY',
    'DATA_DIR',
    'DATABASE_URL',
    'EMPTY',
    'OIDC_ISSUER',
    'SMTP_URL',
  ];
  expect(readConfig(Object.fromEntries(names.map((name) => [name, ''])))).toEqual(readConfig({}));
});

it.each([
  [{ PORT: '0' }, { port: 0 }],
  [{ PORT: '65535' }, { port: 65_535, publicUrl: 'http://localhost:65535' }],
  [{ HOST: '0.0.0.0' }, { host: '0.0.0.0' }],
  [{ PUBLIC_URL: 'https://News.example/' }, { publicUrl: 'https://news.example' }],
  [{ DATA_DIR: 'here' }, { dataDir: path.resolve('here') }],
  [{ TRUST_PROXY: '1' }, { trustProxy: true }],
  [{ TRUST_PROXY: 'off' }, { trustProxy: false }],
  [{ TRUST_PROXY: '10.0.0.0/8' }, { trustProxy: '10.0.0.0/8' }],
  [{ TRUST_PROXY: '::1, loopback, 10.1.2.3' }, { trustProxy: '::1, loopback, 10.1.2.3' }],
  [
    { OIDC_ISSUER: 'https://login.example/a', OIDC_CLIENT_ID: 'us', OIDC_CLIENT_SECRET: 'pst' },
    {
      singleSignOn: {
        issuer: 'https://login.example/a',
        clientId: 'us',
        clientSecret: 'pst',
        name: 'login.example',
      },
    },
  ],
  [{ EMPTY: '1' }, { empty: true }],
  [{ EMPTY: '0' }, { empty: false }],
  [{ DATABASE_URL: 'postgres://me:pw@db.example/news' }, { databaseUrl: 'postgres://me:pw@db.example/news' }],
  [{ DATABASE_URL: 'postgresql:///news?host=/run/pg' }, { databaseUrl: 'postgresql:///news?host=/run/pg' }],
  [{ DATABASE_URL: 'postgres://me:pw@/news?host=/s' }, { databaseUrl: 'postgres://me:pw@/news?host=/s' }],
])('reads %j', (env, expected) => {
  expect(readConfig(env)).toMatchObject(expected);
});

it.each([
  [{ PORT: '65536' }, 'PORT is "65536": it must be a number from 0 to 65535.'],
  [{ PORT: '-1' }, 'PORT is "-1"'],
  [{ PORT: '80a' }, 'PORT is "80a"'],
  [{ PORT: '1e3' }, 'PORT is "1e3"'],
  [{ PUBLIC_URL: 'news.example' }, 'PUBLIC_URL is "news.example": it must be like https://news.example.org'],
  [{ PUBLIC_URL: 'ftp://news.example' }, 'PUBLIC_URL is "ftp://news.example"'],
  [{ PUBLIC_URL: 'https://news.example/site' }, 'with no path'],
  [{ TRUST_PROXY: 'nginx' }, 'TRUST_PROXY is "nginx": it must be on, off, or addresses'],
  [{ TRUST_PROXY: '10.0.0.0/33' }, 'TRUST_PROXY is "10.0.0.0/33"'],
  [{ DATABASE_URL: 'mysql://db/news' }, 'DATABASE_URL must begin with postgres:// or postgresql://.'],
  [
    { DATABASE_URL: 'postgres://me:secret@[db/news' },
    'DATABASE_URL cannot be read: it must be like postgres://',
  ],
])('refuses %j in a sentence', (env, sentence) => {
  expect(() => readConfig(env)).toThrow(StartRefusal);
  expect(() => readConfig(env)).toThrow(sentence);
});

it('says no password', () => {
  for (const url of ['mysql://me:secret@db/news', 'postgres://me:secret@[db/news']) {
    expect(() => readConfig({ DATABASE_URL: url })).not.toThrow('secret');
  }
});
