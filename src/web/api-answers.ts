/** How the API says no: one shape for every refusal. */
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { answerWords } from './answer-words.ts';

/** `kind` is a word for programs, `sentence` one for people. */
export type ApiError = { error: { kind: string; sentence: string } };

export function isApi(request: FastifyRequest): boolean {
  return request.url.startsWith('/api/');
}

export function refuseApi(
  reply: FastifyReply,
  status: number,
  { kind, sentence }: { kind: string; sentence: string },
): FastifyReply {
  return reply
    .status(status)
    .header('cache-control', 'no-store')
    .type('application/json; charset=utf-8')
    .send(JSON.stringify({ error: { kind, sentence } } satisfies ApiError));
}

/** SQLSTATE of what no column can keep: half a letter, a NUL, a number or a time beyond all bounds. */
const unkeepable = /^22(003|007|008|021|P02|P05)$/;

/** The status of what was thrown: a value that cannot be kept is the asker's mistake, not ours. */
export function statusOfThrown({ statusCode, code }: FastifyError): number {
  return statusCode ?? (unkeepable.test(String(code)) ? 400 : 500);
}

/** What Fastify threw: a body that is no JSON, or not as its schema wants it, or a bug of ours. */
export function answerThrown(error: FastifyError, reply: FastifyReply): FastifyReply {
  const status = statusOfThrown(error);
  const words = answerWords(reply.request.saying);
  if (error.validation)
    return refuseApi(reply, 400, {
      kind: 'wrong-request',
      sentence: words.wrongRequest(error.message),
    });
  switch (status) {
    case 413:
      return refuseApi(reply, status, { kind: 'too-large', sentence: words.tooLarge });
    case 415:
      return refuseApi(reply, status, {
        kind: 'wrong-type',
        sentence: words.wrongType,
      });
    case 429:
      return refuseApi(reply, status, { kind: 'too-many', sentence: words.tooMany });
    default:
      return status < 500
        ? refuseApi(reply, status, { kind: 'wrong-request', sentence: words.unreadable })
        : refuseApi(reply, 500, {
            kind: 'broken',
            sentence: words.broken,
          });
  }
}
