/** Makes a mail's words when it is sent, so that it says what holds then: from each kind to its composer. */
import { composeAlert, composeWithdrawn } from '../alerts/alert-mails.ts';
import { type Agency, type Edition, editionOf } from '../editions/edition.ts';
import { composeConfirm } from '../followers/confirm-mail.ts';
import type { Following } from '../followers/following.ts';
import { followingWords } from '../followers/following.ts';
import { composeNewsletter } from '../newsletters/newsletter-mail.ts';
import { readTopicName } from '../site/list-store.ts';
import { editionWords, type Words, wordsOf } from '../site/words/catalogue.ts';
import type { Client } from '../stories/story-store.ts';
import { composeComment, composeCommentConfirm } from './comment-mails.ts';
import { composeInvitation, composeTest } from './desk-mails.ts';
import type { MailContent } from './mail-content.ts';
import type { MailAbout, MailKind } from './mail-kinds.ts';
import { type MailSecret, tokenOf } from './mail-token.ts';

export type ComposeDeps = {
  db: Client;
  agency: Agency;
  /** Without a slash at its end. */
  publicUrl: string;
  secret: MailSecret;
};

/** A mail that is about to be sent. `following`: what its reader asked for, where it comes of that. */
export type MailToCompose<K extends MailKind = MailKind> = {
  id: number;
  kind: K;
  lang: string;
  about: MailAbout[K];
  followerId: number | null;
  following: Following | null;
};

/** In whose name and words a mail speaks. */
export type Voice = ComposeDeps & { edition: Edition; words: Words };

/** `shown`: ids of the stories that it tells of. */
export type Composed = Omit<MailContent, 'lang' | 'dir' | 'agency' | 'home'> & { shown?: number[] };

type Composer<K extends MailKind> = (
  voice: Voice,
  mail: MailToCompose<K>,
) => Composed | null | Promise<Composed | null>;

const composers: { [K in MailKind]: Composer<K> } = {
  confirm: composeConfirm,
  alert: composeAlert,
  withdrawn: composeWithdrawn,
  newsletter: composeNewsletter,
  'comment-confirm': composeCommentConfirm,
  'comment-published': composeComment,
  'comment-answered': composeComment,
  'comment-rejected': composeComment,
  invitation: composeInvitation,
  test: composeTest,
};

/** @returns null: there is nothing to say any more. */
export async function composeMail(
  deps: ComposeDeps,
  mail: MailToCompose,
): Promise<(MailContent & { shown: number[] }) | null> {
  const edition = editionOf(deps.agency, mail.lang) ?? standIn(deps.agency, mail);
  if (!edition) return null;
  const voice: Voice = { ...deps, edition, words: editionWords(edition) };
  const composer = composers[mail.kind] as Composer<MailKind>;
  const composed = await composer(voice, mail);
  if (!composed) return null;
  const { lang, dir, agency } = edition;
  return { shown: [], ...composed, lang, dir, agency, home: `${deps.publicUrl}/${lang}/` };
}

/** Whoever works here is written to in the desk's language, in which there may be no edition. */
function standIn(agency: Agency, { lang, kind }: MailToCompose): Edition | null {
  if (kind !== 'test' && kind !== 'invitation') return null;
  const home = editionOf(agency, agency.defaultLang) ?? agency.editions[0];
  return home ? { ...home, lang, dir: wordsOf(lang).tag === 'fa' ? 'rtl' : 'ltr' } : null;
}

/** "the newsletter on Ports of Harbour News" */
export async function whatWords(
  { db, edition }: Pick<Voice, 'db' | 'edition'>,
  following: Following,
): Promise<string> {
  const { kind, lang, question } = following;
  const topic =
    kind === 'newsletter' && question ? ((await readTopicName(db, lang, question)) ?? question) : '';
  return followingWords(edition, following, topic);
}

/** The end of each mail that a follower gets: what he asked for, and how to change and to end it. */
export async function followerFoot(voice: Voice, following: Following): Promise<MailContent['foot']> {
  const { words, publicUrl, secret, edition } = voice;
  const at = `${publicUrl}/${edition.lang}/mail`;
  return {
    text: words.mail.why(await whatWords(voice, following)),
    links: [
      { text: words.mail.toEnd, href: `${at}/end/${tokenOf(secret, 'end', following.id)}` },
      { text: words.mail.toManage, href: `${at}/${tokenOf(secret, 'manage', following.followerId)}` },
    ],
  };
}
