/** A process that sends mail, with a clock that a test sets. */
import { onTestFinished } from 'vitest';
import type { MailSettings } from '../src/mail/mail-settings.ts';
import { queueMail } from '../src/mail/queue-mail.ts';
import { mailSender } from '../src/mail/send-mails.ts';
import { openSmtpLine } from '../src/mail/smtp-line.ts';
import { agency, noon } from './invented-story.ts';
import { type TestDatabase, testDatabase } from './test-database.ts';

export type Office = {
  database: TestDatabase;
  send: () => Promise<number>;
  wait: (ms: number) => void;
  said: string[];
};

/** For the test that calls it. */
export async function office(
  settings: MailSettings,
  { database, line }: { database?: TestDatabase; line?: Parameters<typeof openSmtpLine>[1] } = {},
): Promise<Office> {
  const own = database ?? (await testDatabase());
  let now = noon;
  const said: string[] = [];
  const smtp = openSmtpLine(settings.server, line);
  onTestFinished(smtp.close);
  const send = mailSender({
    pool: own.pool,
    agency,
    publicUrl: () => 'https://halim.example',
    settings,
    line: smtp,
    clock: () => now,
    tell: (sentence) => said.push(sentence),
  });
  return {
    database: own,
    send,
    said,
    wait: (ms) => {
      now = new Date(now.getTime() + ms);
    },
  };
}

/** A mail that waits. */
export const queue = ({ database }: Pick<Office, 'database'>, address = 'lina@example.org') =>
  queueMail(database.pool, { kind: 'test', to: { address }, lang: 'en', about: { name: 'Lina' } }, noon);

/** How each mail stands, and whether anything is still in it. */
export async function states({ database }: Office): Promise<string[]> {
  const { rows } = await database.pool.query<{ state: string; wiped: boolean }>(
    'select state, about is null and address is null as wiped from mails order by id',
  );
  return rows.map(({ state, wiped }) => `${state}${wiped ? '' : ', kept'}`);
}

export async function bounces({ database }: Office) {
  const { rows } = await database.pool.query('select covered, hard, status, said from bounces order by id');
  return rows;
}
