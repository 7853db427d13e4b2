/** A comment comes in: cleaned, checked, kept where the checks put it. */
import type { Client } from '../stories/story-store.ts';
import { mostOfSurge, mostUnseen, type Refused, runChecks, surgeFrom } from './checks.ts';
import type { Draft } from './comment.ts';
import type { CommentRules } from './comment-setting.ts';
import {
  type CommentedStory,
  countTry,
  countUnseen,
  findSame,
  findShown,
  insertComment,
  isBanned,
  isKnownGood,
  measureCrowd,
} from './comment-store.ts';
import { askWriter } from './confirm-address.ts';
import { addressHashes, type DayKeys, readSeal } from './day-keys.ts';
import { lettersHash, plainWords } from './letters.ts';
import { type Likeness, likenessOf } from './likeness.ts';
import { tellOfPublication } from './tell-of-decision.ts';

/** `id`: null where nothing of it was kept. */
export type Received = { ok: true; id: number | null; published: boolean } | { ok: false; refused: Refused };

export type Sent = {
  story: CommentedStory;
  isOpen: boolean;
  draft: Draft;
  /** The comment that it answers; null: none, or none that readers see. */
  answers: number | null;
  honeypot: string;
  seal: string;
  address: string;
};

/** Days for which a text is known again. */
const repeatDays = 7;
/** A text of fewer letters is nobody's own: "Thank you". */
const ownLetters = 20;
/** Hours for which a form can be filled in. */
const formHours = 24;

/**
 * In the caller's transaction, which commits a refusal too: it was a try. @param rules the agency's. @param keys of the days.
 */
export async function receiveComment(
  { db, now, rules, keys }: { db: Client; now: Date; rules: CommentRules; keys: DayKeys },
  sent: Sent,
): Promise<Received> {
  const { story, draft } = sent;
  const hashes = addressHashes(keys, sent.address);
  const letters = lettersHash(draft.text);
  const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
  const likeness = once(() => likenessOf(db, story.lang, draft.text));
  const verdict = await runChecks({
    draft,
    lang: story.lang,
    rules,
    isOpen: sent.isOpen,
    honeypot: sent.honeypot,
    secondsWritten: secondsSince(readSeal(keys, { code: story.code, seal: sent.seal }), now),
    asked: {
      tries: () => countTry(db, hashes[0], now),
      isBanned: () => isBanned(db, { nameHash: lettersHash(draft.name), addressHashes: hashes, now }),
      crowd: () => measureCrowd(db, { since: ago(1), most: { lastMinute: surgeFrom, surge: mostOfSurge } }),
      sameAs: async () =>
        plainWords(draft.text).join('').length < ownLetters
          ? null
          : findSame(db, letters, ago(repeatDays * 24 * 60)),
      likeness,
      isKnownGood: () => isKnownGood(db, draft, hashes),
    },
  });
  if ('refused' in verdict) return { ok: false, refused: verdict.refused };
  // Nobody will see it, and a program that fills every field could fill the disk: its writer is told what he is always told.
  const isUnseen = verdict.state === 'rejected' || verdict.state === 'banned';
  if (isUnseen && (await countUnseen(db, mostUnseen)) >= mostUnseen)
    return { ok: true, id: null, published: false };
  const parent = sent.answers === null ? null : await findShown(db, story.storyId, sent.answers);
  const id = await insertComment(db, {
    story,
    parentId: parent && (parent.parentId ?? parent.id),
    draft,
    sentAt: now,
    state: verdict.state,
    reason: verdict.reason,
    about: verdict.about ?? '',
    likeness: await likeness(),
    addressHash: hashes[0],
    lettersHash: letters,
  });
  const published = verdict.state === 'published';
  // Nobody waits for word of a flood, nor of what nobody will see.
  if (published || verdict.state === 'waiting') await askWriter(db, id, now);
  if (published) await tellOfPublication(db, id, now);
  return { ok: true, id, published };
}

function secondsSince(at: Date | null, now: Date): number | null {
  if (at === null) return null;
  const seconds = (now.getTime() - at.getTime()) / 1_000;
  return seconds < 0 || seconds > formHours * 3_600 ? null : seconds;
}

function once(work: () => Promise<Likeness>): () => Promise<Likeness> {
  let done: Promise<Likeness> | null = null;
  return () => {
    done ??= work();
    return done;
  };
}
