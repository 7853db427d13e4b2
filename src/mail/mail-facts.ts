/** How things stand with mail, for the desk and the command line. No address of a reader is shown whole. */
import { countFollowings } from '../followers/follower-store.ts';
import type { FollowingKind } from '../followers/following.ts';
import type { Client } from '../stories/story-store.ts';
import { listBounces } from './bounce-store.ts';
import type { MailKind } from './mail-kinds.ts';
import type { MailSettings } from './mail-settings.ts';

/** Times are RFC 3339. */
export type MailFacts = {
  /** "mail.example.org:465"; null: no mail goes out. */
  server: string | null;
  from: string;
  /** Where undeliverable mail comes back to; empty: it is not read. */
  bounce: string;
  aMinute: number;
  waiting: number;
  /** In the last 24 hours. */
  sent: number;
  /** In the weeks for which mails are remembered. */
  givenUp: number;
  bounced: number;
  /** Readers who get something. */
  followers: number;
  unconfirmed: number;
  followings: { kind: FollowingKind; lang: string; topic: string; count: number }[];
  bounces: { covered: string; at: string; hard: boolean; status: string; said: string }[];
};

/** The mail that went out last of those that are remembered; null: none did. `at` is RFC 3339. */
export async function readLastSent(db: Client): Promise<{ kind: MailKind; at: string } | null> {
  const { rows } = await db.query<{ kind: MailKind; at: Date }>(
    `select kind, done_at as at from mails where state = 'sent' and done_at is not null order by done_at desc limit 1`,
  );
  const [mail] = rows;
  return mail ? { kind: mail.kind, at: mail.at.toISOString() } : null;
}

const shownBounces = 20;

export async function readMailFacts(
  db: Client,
  settings: MailSettings | null,
  now: Date,
): Promise<MailFacts> {
  const { rows } = await db.query<
    Record<'waiting' | 'sent' | 'givenUp' | 'bounced' | 'followers' | 'unconfirmed', number>
  >(
    `select (select count(*)::int from mails where state = 'waiting') as waiting,
       (select count(*)::int from mails where state = 'sent' and done_at > $1) as sent,
       (select count(*)::int from mails where state = 'given-up' and done_at is not null) as "givenUp",
       (select count(*)::int from mails where state = 'bounced' and done_at is not null) as bounced,
       (select count(distinct follower_id)::int from followings where next_at is not null) as followers,
       (select count(*)::int from followings where confirmed_at is null) as unconfirmed`,
    [new Date(now.getTime() - 86_400_000)],
  );
  const counts = rows[0] as (typeof rows)[number];
  const bounces = await listBounces(db, shownBounces);
  return {
    server: settings && `${settings.server.host}:${settings.server.port}`,
    from: settings ? settings.from.address : '',
    bounce: settings?.bounce ? `${settings.bounce.local}@${settings.bounce.domain}` : '',
    aMinute: settings?.aMinute ?? 0,
    ...counts,
    followings: await countFollowings(db),
    bounces: bounces.map((bounce) => ({ ...bounce, at: bounce.at.toISOString() })),
  };
}
