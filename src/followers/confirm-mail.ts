/** The question whether somebody wants what was asked for with his address: all that is sent before he says so. */
import { type Composed, type MailToCompose, type Voice, whatWords } from '../mail/compose-mail.ts';
import { tokenOf } from '../mail/mail-token.ts';

export async function composeConfirm(
  voice: Voice,
  { following }: MailToCompose<'confirm'>,
): Promise<Composed | null> {
  if (!following) return null;
  const { words, edition, publicUrl, secret } = voice;
  const href = `${publicUrl}/${edition.lang}/mail/confirm/${tokenOf(secret, 'confirm', following.id)}`;
  return {
    subject: words.mail.confirmSubject(edition.agency),
    title: '',
    parts: [
      { kind: 'text', text: words.mail.confirmText(await whatWords(voice, following), edition.agency) },
      { kind: 'action', text: words.mail.confirmIt, href },
    ],
    foot: { text: words.mail.confirmNot, links: [] },
  };
}
