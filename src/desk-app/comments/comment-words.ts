/** What is said of a comment in a row and beside it. Pure. */
import type { QueueRow } from '../../comments/comment-api.ts';
import type { Format } from '../words/format.ts';
import type { Words } from '../words/words.ts';

type Spoken = { w: Words; f: Format };

/** From which likeness on it is worth a word. */
const worthSaying = 0.7;

/** "a word to be looked at: idiot" */
export function reasonWords({ w, f }: Spoken, { reason, about }: QueueRow): string {
  const said = w.comments.reasons[reason];
  const counts = ['repeated', 'links', 'surge'].includes(reason);
  const names = ['listed-word', 'doubtful-word'].includes(reason);
  if (about === '' || (!counts && !names)) return said;
  return w.comments.about(said, counts ? f.digits(Number(about)) : f.name(about));
}

/** "Looks like those you rejected: 0.97 (pills, watches)"; empty where it does not. */
export function likenessWords({ w, f }: Spoken, { likeness, because }: QueueRow): string {
  if (likeness < worthSaying) return '';
  const figure = f.share(likeness);
  const words = because.map((word) => f.name(word)).join(w.comma);
  return words ? w.comments.likenessWords(figure, words) : w.comments.likeness(figure);
}
