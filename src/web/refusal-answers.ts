/** A use case over HTTP: one transaction, and a refusal that leaves nothing behind turned into a reply. */
import type { FastifyReply } from 'fastify';
import type pg from 'pg';
import { type PictureRefusal, pictureSentence } from '../pictures/picture-refusal.ts';
import { inTransaction } from '../record/transaction.ts';
import { type Refusal, type Result, sentenceOf } from '../stories/refusal.ts';
import type { Client } from '../stories/story-store.ts';
import { refuseApi } from './api-answers.ts';

/** 404: there is none; 403: not for you; 409: somebody was faster; 422: it cannot be done as asked. */
export function statusOf(refusal: Refusal): number {
  switch (refusal.kind) {
    case 'no-such-story':
    case 'no-such-event':
    case 'no-such-thread':
    case 'no-such-front':
      return 404;
    case 'not-allowed':
    case 'not-allowed-in':
      return 403;
    case 'saved-since':
    case 'acted-since':
    case 'act-waits':
    case 'is-scheduled':
    case 'already-done':
    case 'planned-since':
    case 'settings-changed':
    case 'front-changed':
    case 'may-not-follow':
    case 'code-taken':
      return 409;
    default:
      return 422;
  }
}

export function refuseStory(reply: FastifyReply, refusal: Refusal): FastifyReply {
  return refuseApi(reply, statusOf(refusal), {
    kind: refusal.kind,
    sentence: sentenceOf(refusal, reply.request.saying),
  });
}

/** Of a picture that was sent. */
export function refusePicture(reply: FastifyReply, refusal: PictureRefusal): FastifyReply {
  return refuseApi(reply, 422, {
    kind: refusal.kind,
    sentence: pictureSentence(refusal, reply.request.saying),
  });
}

/** A text that does not fit the schema is the asker's mistake, not ours. */
export class WrongText extends Error {
  readonly statusCode = 400;
}

/** All of it or nothing. @throws WrongText */
export async function decide<T>(pool: pg.Pool, work: (db: Client) => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await inTransaction(pool, async (db) => {
      await db.query('savepoint asked');
      const result = await work(db);
      if (!result.ok) await db.query('rollback to savepoint asked');
      return result;
    });
  } catch (error) {
    throw whoseMistake(error);
  }
}

/** What was thrown, and WrongText where the schema of texts threw it. */
export function whoseMistake(error: unknown): unknown {
  return error instanceof RangeError
    ? new WrongText(`the text of the story is not one that can be kept: ${error.message}`)
    : error;
}
