/** What names the list and its sender over a mail, for agencies of every script, through a real mail server. */
import addressparser from 'nodemailer/lib/addressparser';
import { decodeWords } from 'postal-mime';
import { expect, it } from 'vitest';
import { agency } from '../../test/invented-story.ts';
import { newsroom } from '../../test/mail-newsroom.ts';

const names = [
  'Halim Press',
  'Agence Ouest, S.A.',
  'Press "of" Halim \\ (North)',
  'خبرگزاری تلگراف لیرون – دفتر مرکزی بندر حلیم و جزیره‌ها',
  'وكالة أنباء ليرفن البرقية',
  'Лирвенское телеграфное агентство: международная редакция',
  '通信 🚢 of Halim',
];

it.each(names)('says whose list it is, and which, for “%s”', async (name) => {
  const editions = agency.editions.map((edition) => ({ ...edition, agency: name }));
  const room = await newsroom({ agency: { ...agency, editions } });
  await room.follow({ address: 'lina@example.org', 'ask-q': 'storm', every: 'at-once' });
  await room.publish({ headline: 'Storm' });
  expect(await room.work()).toBe(1);
  const mail = room.server.received.at(-1);
  if (!mail) throw new Error('No mail came in.');
  // RFC 2919: the id stands between < and > at the end, and outside of any encoded word.
  const head = mail.raw.toString('latin1').split('\r\n\r\n', 1)[0] ?? '';
  const raw = (key: string) =>
    (new RegExp(`^${key}:(.*(?:\r\n[ \t].*)*)`, 'im').exec(head)?.[1] ?? '').replaceAll('\r\n', '').trim();
  const [, phrase = '', id] = /^(.*) <([^<>]*)>$/.exec(raw('list-id')) ?? [];
  expect(id).toBe('alert.en.halim.example');
  // A phrase has words, quoted words and encoded ones, and nothing between them but spaces.
  expect(phrase).toMatch(/^(?:(?:[A-Za-z0-9]+|"(?:[^"\\]|\\.)*"|=\?UTF-8\?B\?[A-Za-z0-9+/=]+\?=)(?: |$))+$/);
  for (const word of phrase.split(' ')) expect(word.length).toBeLessThanOrEqual(75);
  for (const line of head.split('\r\n')) expect(line).toMatch(/^[\t\x20-\x7e]*$/);
  const [said] = addressparser(raw('list-id'));
  expect(decodeWords(said?.name ?? '')).toBe(name);
  expect(mail.mail.from).toMatchObject({ name, address: 'news@halim.example' });
  expect(addressparser(raw('from'))).toHaveLength(1);
  expect(raw('list-unsubscribe')).toMatch(/^<https:\/\/halim\.example\/[\x21-\x7e]+>$/);
});
