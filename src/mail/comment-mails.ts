/** What a reader is told of his comment, where he wished to hear of it. */
import type { Composed, MailToCompose, Voice } from './compose-mail.ts';
import type { MailPart } from './mail-content.ts';

type CommentMail = MailToCompose<'comment-published' | 'comment-answered' | 'comment-rejected'>;

export function composeComment({ words, publicUrl }: Voice, mail: CommentMail): Composed {
  const { name, headline, href } = mail.about;
  const what =
    mail.kind === 'comment-published'
      ? 'published'
      : mail.kind === 'comment-answered'
        ? 'answered'
        : 'rejected';
  const { subject, text } = words.mail.comments[what];
  const more: MailPart[] = [];
  if ('answer' in mail.about) {
    more.push({ kind: 'text', text: words.mail.answeredBy(mail.about.by) });
    more.push({ kind: 'quote', text: mail.about.answer });
  }
  if ('reason' in mail.about && mail.about.reason)
    more.push({ kind: 'text', text: words.mail.reason(mail.about.reason) });
  return {
    subject,
    title: '',
    parts: [
      { kind: 'text', text: words.mail.dear(name) },
      { kind: 'text', text: text(headline) },
      ...more,
      {
        kind: 'action',
        text: what === 'rejected' ? words.mail.toStory : words.mail.toComment,
        href: publicUrl + href,
      },
    ],
    foot: { text: words.mail.onceOnly, links: [] },
  };
}
