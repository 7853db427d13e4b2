/** An installation with mail: its routes, a clock that a test sets, a real mail server, and everything that goes on about mail. */
import { onTestFinished } from 'vitest';
import { findHits } from '../src/alerts/find-hits.ts';
import { tellWithdrawn } from '../src/alerts/tell-withdrawn.ts';
import { readAgency, writeAgency } from '../src/editions/agency-store.ts';
import type { Agency } from '../src/editions/edition.ts';
import { mailSender } from '../src/mail/send-mails.ts';
import { openSmtpLine } from '../src/mail/smtp-line.ts';
import { makeIssues } from '../src/newsletters/make-issues.ts';
import { tellWithdrawnIssues } from '../src/newsletters/tell-withdrawn.ts';
import type { ActKind } from '../src/record/act.ts';
import { inTransaction } from '../src/record/transaction.ts';
import { publishStory } from '../src/stories/publish-story.ts';
import type { StoryFields } from '../src/stories/story.ts';
import { actOn } from './acts.ts';
import { backupFolder } from './backups.ts';
import { type BuiltApp, buildApp } from './built-app.ts';
import { fileDraft, agency as invented, type NewDraft, noon } from './invented-story.ts';
import { linkIn, type MailServer, mailServer } from './mail-server.ts';
import { type TestDatabase, testDatabase } from './test-database.ts';

export type Newsroom = {
  database: TestDatabase;
  server: MailServer;
  built: BuiltApp;
  /** Where lies what is kept beside the database. */
  dataDir: string;
  agency: Agency;
  now: () => Date;
  /** Sets the clock forward. */
  wait: (ms: number) => void;
  /** Finds, makes and sends all that is due. @returns how many mails came in. */
  work: () => Promise<number>;
  /** Files and publishes a story by the clock. @returns its code. */
  publish: (changes?: Partial<StoryFields> & NewDraft) => Promise<number>;
  act: (code: number, kind: ActKind, words?: Partial<StoryFields>) => Promise<void>;
  send: () => Promise<number>;
  said: string[];
  ask: (
    method: 'GET' | 'POST',
    url: string,
    form?: Record<string, string>,
    from?: string,
  ) => Promise<Answered>;
  /** Asks for something by a form, and confirms it by the link of the mail. */
  follow: (form: Record<string, string>, lang?: string) => Promise<void>;
};

export type Answered = { status: number; text: string; headers: Record<string, unknown> };

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

const reasons: Partial<Record<ActKind, string>> = {
  kill: 'withdrawn',
  hold: 'checking',
  release: 'checked',
  correct: 'corrected',
};

type Wishes = { agency?: Agency; at?: Date; server?: MailServer };

/** For the test that calls it. */
export async function newsroom({
  agency = invented,
  at = noon,
  server: given,
}: Wishes = {}): Promise<Newsroom> {
  const database = await testDatabase();
  const { pool } = database;
  await writeAgency(pool, agency);
  const server = given ?? (await mailServer());
  let now = at;
  const clock = () => now;
  const publicUrl = 'https://halim.example';
  const dataDir = backupFolder();
  const built = await buildApp(pool, { publicUrl, clock, mail: server.settings, dataDir });
  onTestFinished(built.close);
  const line = openSmtpLine(server.settings.server);
  onTestFinished(line.close);
  const said: string[] = [];
  const deps = { pool, agency: await readAgency(pool), clock };
  const send = mailSender({
    ...deps,
    publicUrl: () => publicUrl,
    settings: server.settings,
    line,
    tell: (sentence) => said.push(sentence),
  });
  const ask: Newsroom['ask'] = async (method, url, form, from = '203.0.113.7') => {
    const answer = await built.app.inject({
      method,
      url: url.replace(publicUrl, ''),
      remoteAddress: from,
      headers: {
        connection: 'close',
        ...(form ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
      },
      ...(form ? { payload: String(new URLSearchParams(form)) } : {}),
    });
    return { status: answer.statusCode, text: answer.body, headers: answer.headers };
  };
  const work = async () => {
    const before = server.received.length;
    await findHits(deps);
    await tellWithdrawn(deps);
    await tellWithdrawnIssues(deps);
    await makeIssues(deps);
    await send();
    return server.received.length - before;
  };
  const publish: Newsroom['publish'] = async (changes = {}) => {
    const { storyId, code } = await fileDraft(database, changes);
    const done = await inTransaction(pool, (db) =>
      publishStory({ db, agency: deps.agency, now }, { storyId, by: 'Ana Moss' }),
    );
    if (!done.ok) throw new Error(done.refusal.kind);
    return code;
  };
  const act: Newsroom['act'] = async (code, kind, words) => {
    await actOn(pool, code, kind, {
      now,
      reasonClass: reasons[kind] ?? '',
      note: 'It is so.',
      ...(words ? { words } : {}),
    });
  };
  return {
    database,
    publish,
    act,
    server,
    built,
    dataDir,
    agency: deps.agency,
    now: clock,
    wait: (ms) => {
      now = new Date(now.getTime() + ms);
    },
    work,
    send,
    said,
    ask,
    follow: async (form, lang = 'en') => {
      const kind = 'ask-q' in form || 'ask-topic' in form ? 'alerts' : 'newsletters';
      const asked = await ask('POST', `/${lang}/${kind}`, form);
      if (asked.status !== 200) throw new Error(`${asked.status}: ${asked.text}`);
      await send();
      const mail = server.received.at(-1);
      if (!mail) throw new Error('No mail came in.');
      const confirmed = await ask('POST', linkIn(mail, '/mail/confirm/'), {});
      if (confirmed.status !== 200) throw new Error(`${confirmed.status}: ${confirmed.text}`);
    },
  };
}
