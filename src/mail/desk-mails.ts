/** Mails to people who work here, or are asked to. */
import { invitationLink } from '../people/invite-person.ts';
import { keepMailedToken } from '../people/link-store.ts';
import { makeToken } from '../people/one-time-token.ts';
import { dayWords, timeWords } from '../site/words/dates.ts';
import type { Composed, MailToCompose, Voice } from './compose-mail.ts';

/** Its link is made now, beside the one that was shown at the desk: either works, once. */
export async function composeInvitation(
  { db, words, edition, agency, publicUrl }: Voice,
  { about }: MailToCompose<'invitation'>,
): Promise<Composed | null> {
  const { token, hash } = makeToken();
  const invited = await keepMailedToken(db, about.invitation, hash);
  if (!invited) return null;
  const { invitation } = words.mail;
  const { name, expiresAt: until } = invited;
  const when = `${dayWords(words, agency.zone, until)}${words.comma}${timeWords(words, agency.zone, until)}`;
  return {
    subject: invitation.subject(edition.agency),
    title: '',
    parts: [
      { kind: 'text', text: words.mail.dear(name) },
      { kind: 'text', text: invitation.text(edition.agency) },
      { kind: 'action', text: words.mail.accept, href: invitationLink(publicUrl, token) },
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
