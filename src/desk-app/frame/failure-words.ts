/** What went wrong, as a sentence: the server's own where it said one. */
import type { Failure } from '../api/ask.ts';
import type { Words } from '../words/words.ts';

export function failureWords(w: Words, failure: Failure): string {
  switch (failure.kind) {
    case 'offline':
      return w.failures.offline;
    case 'signed-out':
      return w.failures.signedOut;
    case 'refused':
      return refusedWords(w, failure);
  }
}

function refusedWords(w: Words, failure: Extract<Failure, { kind: 'refused' }>): string {
  if (failure.status === 429) return w.failures.tooMany;
  if (failure.status >= 500) return w.failures.broken;
  if (failure.sentence) return failure.sentence;
  if (failure.status === 403) return w.failures.forbidden;
  if (failure.status === 404) return w.failures.notFound;
  if (failure.status === 413) return w.failures.tooLarge;
  return w.failures.refused;
}
