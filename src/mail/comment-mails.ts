/** What a reader is told of his comment, where he wished to hear of it. */
import { findContact } from '../comments/contact-store.ts';
import { unaskedHash } from '../comments/never-ask.ts';
import { commentsPath } from '../comments/shown-comments.ts';
import { headlineOr } from '../site/load-pages.ts';
import type { Client } from '../stories/story-store.ts';
import type { Composed, MailToCompose, Voice } from './compose-mail.ts';
import type { MailPart } from './mail-content.ts';
import type { MailKind } from './mail-kinds.ts';
import { addressToken, tokenOf } from './mail-token.ts';

type CommentKind = Exclude<Extract<MailKind, `comment-${string}`>, 'comment-confirm'>;

const told = {
  'comment-published': { what: 'published', state: 'published' },
  'comment-answered': { what: 'answered', state: 'published' },
  'comment-rejected': { what: 'rejected', state: 'rejected' },
} as const satisfies Record<CommentKind, object>;

/** @returns null where it was decided otherwise meanwhile, or readers do not get the story. */
export async function composeComment(
  { db, words, publicUrl, secret, edition }: Voice,
  mail: MailToCompose<CommentKind>,
): Promise<Composed | null> {
  const { what, state } = told[mail.kind];
  const found = await readComment(db, mail.about.comment);
  if (found?.state !== state) return null;
  const isAnswer = mail.kind === 'comment-answered';
  const { subject, text } = words.mail.comments[what];
  const answer: MailPart[] = [
    { kind: 'text', text: words.mail.answeredBy(found.name) },
    { kind: 'quote', text: found.body },
  ];
  const greeting: MailPart = {
    kind: 'text',
    text: words.mail.dear(isAnswer ? (found.answeredName ?? '') : found.name),
  };
  const href = what === 'rejected' ? `/${found.code}` : `${commentsPath(found)}#comment-${found.id}`;
  return {
    subject,
    title: '',
    parts: [
      // Of what no moderator let pass nothing is said, the name that it came with neither: the address may be anybody's.
      ...(what === 'rejected' ? [] : [greeting]),
      { kind: 'text', text: text(headlineOr(found.lang, found.headline)) },
      ...(isAnswer ? answer : []),
      {
        kind: 'action',
        text: what === 'rejected' ? words.mail.toStory : words.mail.toComment,
        href: publicUrl + href,
      },
    ],
    foot: {
      text: words.mail.onceOnly,
      links: [
        {
          text: words.mail.toEnd,
          href: `${publicUrl}/${edition.lang}/mail/no-comments/${tokenOf(secret, 'no-comments', isAnswer ? (found.answeredId ?? found.id) : found.id)}`,
        },
      ],
    },
  };
}

/**
 * All that an address gets before somebody has said that it is his. Nothing in it is what the writer wrote, the name neither: the
 * address may be anybody's.
 */
export async function composeCommentConfirm(
  { db, words, publicUrl, secret, edition }: Voice,
  { about }: MailToCompose<'comment-confirm'>,
): Promise<Composed | null> {
  const contact = await findContact(db, about.comment);
  if (!contact?.tell || contact.confirmed) return null;
  const at = `${publicUrl}/${edition.lang}/mail`;
  const href = `${at}/comments/${tokenOf(secret, 'comments', about.comment)}`;
  const endAt = `${at}/never-ask/${addressToken(secret, unaskedHash(secret, contact.email))}`;
  return {
    subject: words.mail.confirmSubject(words.mail.commentsOf(edition.agency)),
    title: '',
    parts: [
      { kind: 'text', text: words.mail.confirmText(words.mail.ofComments, edition.agency) },
      { kind: 'action', text: words.mail.confirmIt, href },
    ],
    foot: { text: words.mail.commentsNot, links: [{ text: words.mail.neverAsk.link, href: endAt }] },
    endAt,
  };
}

type MailedComment = {
  id: number;
  state: string;
  name: string;
  body: string;
  answeredId: number | null;
  /** Of whose comment it answers; null: it answers none. */
  answeredName: string | null;
  code: number;
  lang: string;
  headline: string;
};

async function readComment(db: Client, id: number): Promise<MailedComment | null> {
  const { rows } = await db.query<MailedComment>(
    `select comments.id, comments.state, comments.name, comments.body, parent.id as "answeredId",
       parent.name as "answeredName", published.code,
       published.lang, published.headline
     from comments join published on published.story_id = comments.story_id
       left join comments as parent on parent.id = comments.parent_id
     where comments.id = $1`,
    [id],
  );
  return rows[0] ?? null;
}
