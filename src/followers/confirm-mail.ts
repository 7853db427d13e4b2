/** The question whether somebody wants what was asked for with his address: all that is sent before he says so. */
import { type Composed, type MailToCompose, type Voice, whatWords } from '../mail/compose-mail.ts';
import { tokenOf } from '../mail/mail-token.ts';
import type { Following } from './following.ts';

export async function composeConfirm(
  voice: Voice,
  { following }: MailToCompose<'confirm'>,
): Promise<Composed | null> {
  if (!following) return null;
  const { words, edition, publicUrl, secret } = voice;
  const href = `${publicUrl}/${edition.lang}/mail/confirm/${tokenOf(secret, 'confirm', following.id)}`;
  // A subject is read before the mail is opened, and by programs that make links: of a search nothing is said in it.
  const named =
    following.kind === 'alert' ? words.mail.alertsOf(edition.agency) : await whatWords(voice, following);
  return {
    subject: words.mail.confirmSubject(named),
    title: '',
    parts: [
      {
        kind: 'text',
        text: words.mail.confirmText(await whatWords(voice, harmless(following)), edition.agency),
      },
      { kind: 'action', text: words.mail.confirmIt, href },
    ],
    foot: { text: words.mail.confirmNot, links: [] },
  };
}

const longestSaid = 60;

/**
 * Whoever asks may be anybody, and the address anybody's: of a search the beginning is said, and nothing in it that a mail
 * program would make a link of. Else the question would carry whatever a stranger wants to say to whomever he likes.
 */
function harmless(following: Following): Following {
  if (following.kind !== 'alert') return following;
  const said = [...new URLSearchParams(following.question)].map(([name, value]): [string, string] => {
    const letters = [...value.replace(/[.:/\\@\u3002\uff0e\uff61]+(?=\S)/g, ' ')];
    return [name, letters.slice(0, longestSaid).join('') + (letters.length > longestSaid ? '…' : '')];
  });
  return { ...following, question: String(new URLSearchParams(said)) };
}
