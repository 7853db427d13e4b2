/** "Never ask this address again", from the question by a real mail server to what is kept of it. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { askerWith } from '../../test/asker.ts';
import { backUp, restoreInto } from '../../test/backups.ts';
import { everywhereAs } from '../../test/built-app.ts';
import { commenting, lastMail } from '../../test/commenting.ts';
import { agency } from '../../test/invented-story.ts';
import { day, minute, type Newsroom, newsroom } from '../../test/mail-newsroom.ts';
import { header, linkIn } from '../../test/mail-server.ts';
import { everyRow } from '../../test/page-import.ts';
import { testDatabase } from '../../test/test-database.ts';
import { addressToken, readMailSecret, tokenOf } from '../mail/mail-token.ts';
import { wordsOf } from '../site/words/catalogue.ts';
import { eraseWhatCameBack } from './erase-again.ts';
import { ledgerIn } from './erasure-ledger.ts';
import { unaskedHash } from './never-ask.ts';
import { isUnasked } from './unasked-store.ts';

const mira = { name: 'Mira', email: 'mira@example.org', tell: '1' };
const oneClick = { 'List-Unsubscribe': 'One-Click' };

/** A comment whose writer was asked, with the link that forbids it. */
async function asked() {
  const room = await newsroom();
  const code = await room.publish();
  const comment = commenting(room, code);
  const first = await comment({ ...mira, comment: 'The pass was closed in my youth too.' });
  expect(await room.work()).toBe(1);
  return { room, code, comment, first, link: linkIn(lastMail(room), '/mail/never-ask/') };
}

async function linkOf({ database: { pool } }: Newsroom, address: string, lang = 'en'): Promise<string> {
  const secret = await readMailSecret(pool);
  return `/${lang}/mail/never-ask/${addressToken(secret, unaskedHash(secret, address))}`;
}

it('asks an address never again, whoever writes it and however, and shows nobody that it does not', async () => {
  const { room, code, comment, link } = await asked();
  const { pool } = room.database;
  const question = lastMail(room);
  expect(header(question, 'list-unsubscribe')).toBe(`<${link}>`);
  expect(header(question, 'list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
  expect(question.mail.html).toContain(link);

  // A program that opens every link forbids nothing: a second question goes out.
  expect((await room.ask('GET', link)).text).toContain('<button type="submit">Never ask it again</button>');
  await comment({ ...mira, comment: 'It was open again in June.' });
  expect(await room.work()).toBe(1);
  // One that waits for the mail server is not sent any more; a program that presses once is shown no page.
  room.wait(2 * day);
  await comment({ ...mira, comment: 'A third, which waits when it is forbidden.' });
  const told = await room.ask('GET', `/en/${code}/comments/received`);
  const pressed = await room.ask('POST', link, oneClick);
  expect([pressed.status, pressed.text, pressed.headers['set-cookie']]).toEqual([200, '', undefined]);
  expect(await room.work()).toBe(0);

  const id = await comment({
    ...mira,
    name: 'Somebody',
    email: 'MIRA+x@Example.org',
    comment: 'In her name.',
  });
  expect(await room.work()).toBe(0);
  const { rows } = await pool.query('select from mails where once = $1', [`comment confirm ${id}`]);
  expect(rows).toEqual([]);
  expect((await room.ask('GET', `/en/${code}/comments/received`)).text).toBe(told.text);
  const moderator = await askerWith(room.built, everywhereAs('moderator'), { name: 'Keti' });
  await moderator('POST', 'desk/comments/decisions', { ids: [id], to: 'published' });
  room.wait(3 * minute);
  expect(await room.work()).toBe(0);
  const contact = await pool.query('select confirmed_at from comment_contacts where comment_id = $1', [id]);
  expect(contact.rows).toEqual([{ confirmed_at: null }]);
  // Others are asked as before.
  await comment({ ...mira, email: 'lev@example.org', comment: 'What I heard of it there.' });
  expect(await room.work()).toBe(1);
});

it('keeps it as a keyed hash alone, also where all else of the address is erased', async () => {
  const { room, comment, link } = await asked();
  const page = await room.ask('POST', link, {});
  expect([page.status, page.headers['cache-control']]).toEqual([200, 'no-store']);
  expect(page.text).toContain('We do not ask this address any more');
  const moderator = await askerWith(room.built, everywhereAs('moderator'), { name: 'Keti' });
  const erased = { email: 'mira@example.org', what: 'erase' };
  expect((await moderator('POST', 'desk/comments/of-person', erased)).status).toBe(200);
  const kept = await everyRow(room.database.pool);
  expect(kept.unasked_addresses).toHaveLength(1);
  const all = JSON.stringify(kept) + readFileSync(ledgerIn(room.dataDir), 'utf8');
  expect(all.toLowerCase()).not.toContain('mira@');
  await comment({ ...mira, comment: 'Written by somebody who knows her address.' });
  expect(await room.work()).toBe(0);
  // The link of then still says how it stands.
  expect((await room.ask('GET', link)).text).toContain('We do not ask this address any more');
});

it('asks again where its reader allows it, or says by an older question that he wants it', async () => {
  const { room, comment, link } = await asked();
  const older = linkIn(lastMail(room), '/mail/comments/');
  await room.ask('POST', link, {});
  expect((await room.ask('GET', link)).text).toContain('value="again" name="do">Allow it again</button>');
  expect((await room.ask('POST', link, { do: 'again' })).text).toContain('We may ask this address again');
  await comment({ ...mira, comment: 'The first after it was allowed.' });
  expect(await room.work()).toBe(1);

  await room.ask('POST', link, oneClick);
  expect((await room.ask('POST', older, {})).text).toContain('You will get it');
  expect((await room.ask('GET', link)).text).toContain('Never ask it again');
  const id = await comment({ ...mira, comment: 'And one of which she hears.' });
  const moderator = await askerWith(room.built, everywhereAs('moderator'), { name: 'Keti' });
  await moderator('POST', 'desk/comments/decisions', { ids: [id], to: 'published' });
  room.wait(3 * minute);
  expect(await room.work()).toBe(1);
  expect(lastMail(room).mail.subject).toBe('Your comment was published');
});

it('takes no link but its own, and of one no more presses than a person makes', async () => {
  const { room, first, link } = await asked();
  const at = link.slice(0, link.lastIndexOf('/') + 1);
  const secret = await readMailSecret(room.database.pool);
  const own = link.slice(at.length);
  const wrong = [
    own.replace(/^./, (sign) => (sign === 'a' ? 'b' : 'a')),
    `${own.slice(0, -1)}${own.endsWith('a') ? 'b' : 'a'}`,
    tokenOf(secret, 'no-comments', first),
    `${'0'.repeat(64)}-${'0'.repeat(32)}`,
    'x',
  ];
  for (const token of wrong)
    for (const method of ['GET', 'POST'] as const) {
      const answer = await room.ask(method, at + token, method === 'POST' ? oneClick : undefined);
      expect([answer.status, answer.text.includes('does not hold any more')], token).toEqual([404, true]);
    }
  expect((await everyRow(room.database.pool)).unasked_addresses).toEqual([]);
  for (let press = 1; press <= 10; press++)
    expect((await room.ask('POST', link, press % 2 ? {} : { do: 'again' })).status).toBe(200);
  const tooMany = await room.ask('POST', link, {});
  expect([tooMany.status, tooMany.text.includes('<html lang="en"')]).toEqual([429, true]);
  // Who presses another link from the same network is heard.
  expect((await room.ask('POST', await linkOf(room, 'lev@example.org'), {})).status).toBe(200);
});

it('is known again after an older backup was put back, in the order in which it was said', async () => {
  const room = await newsroom();
  const { pool } = room.database;
  const secret = await readMailSecret(pool);
  const [mine, hers] = [await linkOf(room, 'lev@example.org'), await linkOf(room, 'mira@example.org')];
  const older = await backUp(pool);
  for (const link of [mine, hers]) expect((await room.ask('POST', link, {})).status).toBe(200);
  const newer = await backUp(pool);
  // The clock stands still: what is said last holds all the same.
  expect((await room.ask('POST', mine, { do: 'again' })).status).toBe(200);
  for (const { file } of [older, newer]) {
    const to = await testDatabase();
    expect(await restoreInto(to.pool, file)).toMatchObject({ ok: true });
    expect(await eraseWhatCameBack(to.pool, room.dataDir, room.now())).toEqual([]);
    expect(await isUnasked(to.pool, unaskedHash(secret, 'mira@example.org'))).toBe(true);
    expect(await isUnasked(to.pool, unaskedHash(secret, 'lev@example.org'))).toBe(false);
  }
});

const langs = ['en', 'fa', 'fr', 'ar', 'ru', 'es'];

it('is said in six languages, in the mail and on its page', async () => {
  const [edition] = agency.editions;
  if (!edition) throw new Error('The agency has no edition.');
  const editions = langs.map((lang) => ({ ...edition, lang }));
  const room = await newsroom({ agency: { ...agency, editions } });
  const { pool } = room.database;
  await room.publish();
  for (const lang of langs)
    await pool.query(
      `with made as (insert into comments (story_id, lang, version, name, body, sent_at, state, reason, letters_hash)
         select id, $1, 1, 'Mira', 'Words', $2, 'waiting', 'read-first', '' from stories returning id),
       given as (insert into comment_contacts (comment_id, email, tell, given_at)
         select id, $1 || '@example.org', true, $2 from made)
       insert into mails (kind, lang, address, about, once, queued_at, due_at)
         select 'comment-confirm', $1, $1 || '@example.org', jsonb_build_object('comment', id), id, $2, $2 from made`,
      [lang, room.now()],
    );
  expect(await room.send()).toBe(langs.length);
  for (const lang of langs) {
    const { neverAsk } = wordsOf(lang).mail;
    const letter = room.server.received.find(({ to }) => to[0] === `${lang}@example.org`);
    if (!letter) throw new Error(`There is no mail in ${lang}.`);
    expect(letter.mail.text).toContain(`${neverAsk.link}:\n${linkIn(letter, `/${lang}/mail/never-ask/`)}`);
    const page = await room.ask('GET', linkIn(letter, '/mail/never-ask/'));
    expect(page.text).toContain(`<html lang="${lang}"`);
    expect(page.text).toContain(`>${neverAsk.button}</button>`);
  }
  expect(new Set(langs.map((lang) => wordsOf(lang).mail.neverAsk.link)).size).toBe(langs.length);
});
