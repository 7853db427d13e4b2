/** Mails to people who work here, or are asked to. */
import { dayWords, timeWords } from '../site/words/dates.ts';
import type { Composed, MailToCompose, Voice } from './compose-mail.ts';

export function composeInvitation(
  { words, edition, agency }: Voice,
  { about }: MailToCompose<'invitation'>,
): Composed {
  const { invitation } = words.mail;
  const until = new Date(about.expiresAt);
  const when = `${dayWords(words, agency.zone, until)}${words.comma}${timeWords(words, agency.zone, until)}`;
  return {
    subject: invitation.subject(edition.agency),
    title: '',
    parts: [
      { kind: 'text', text: words.mail.dear(about.name) },
      { kind: 'text', text: invitation.text(edition.agency) },
      { kind: 'action', text: words.mail.accept, href: about.link },
      { kind: 'text', text: invitation.until(when) },
    ],
    foot: { text: words.mail.onceOnly, links: [] },
  };
}

export function composeTest({ words, edition }: Voice, { about }: MailToCompose<'test'>): Composed {
  return {
    subject: words.mail.test.subject(edition.agency),
    title: '',
    parts: [
      { kind: 'text', text: words.mail.dear(about.name) },
      { kind: 'text', text: words.mail.test.text },
    ],
    foot: { text: words.mail.onceOnly, links: [] },
  };
}
