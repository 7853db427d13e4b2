/** Mail in the settings of the desk: how things stand, and a mail to oneself. */
import type { FastifyInstance } from 'fastify';
import type pg from 'pg';
import type { People } from '../people/people.ts';
import type { Person } from '../people/session-store.ts';
import { inTransaction } from '../record/transaction.ts';
import { refuseApi } from '../web/api-answers.ts';
import { readMailFacts } from './mail-facts.ts';
import type { MailSettings } from './mail-settings.ts';
import { queueMail } from './queue-mail.ts';
import { testMailWords } from './test-mail-words.ts';

type Deps = { pool: pg.Pool; people: People; clock: () => Date; mail: MailSettings | null };

export function mailRoutes(app: FastifyInstance, { pool, people, clock, mail }: Deps): void {
  app.get('/api/settings/mail', async () => readMailFacts(pool, mail, clock()));
  app.post('/api/settings/mail/test', async (request, reply) => {
    const { lang } = request.saying;
    if (!mail) return refuseApi(reply, 409, { kind: 'no-mail', sentence: testMailWords[lang] });
    // The gate lets nobody through who is not signed in.
    const { name, email } = (await people.personOf(request)) as Person;
    await inTransaction(pool, (db) =>
      queueMail(db, { kind: 'test', to: { address: email }, lang, about: { name } }, clock()),
    );
    return { to: email };
  });
}
