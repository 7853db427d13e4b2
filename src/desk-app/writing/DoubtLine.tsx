/** The word in doubt at hand, where it is, and what to make of it. */
import { useVerbs } from '../verbs/bound-verbs.ts';
import { VerbButton } from '../verbs/VerbButton.tsx';
import { useWords } from '../words/WordsContext.tsx';
import type { Doubts } from './use-doubts.ts';

export function DoubtLine({ doubts }: { doubts: Doubts }) {
  const { w, f } = useWords();
  const { current, list } = doubts;
  useVerbs({
    'next-doubt': current ? doubts.next : null,
    'repair-doubt': current ? doubts.repair : null,
    'leave-doubt': current ? doubts.leave : null,
  });
  if (!current) return null;
  return (
    <p className="doubt-line" role="status">
      {w.doubts.count(f.number(list.length))}{' '}
      {w.doubts.in(w.fields[current.field], w.styleRules[current.rule])}:{' '}
      <bdi className="site-face">{seen(current.before)}</bdi> →{' '}
      <bdi className="site-face">{seen(current.after)}</bdi> <VerbButton id="repair-doubt" />{' '}
      <VerbButton id="leave-doubt" /> <VerbButton id="next-doubt" />
    </p>
  );
}

/** Spaces alone are nothing to look at. */
function seen(words: string): string {
  return /^\s+$/.test(words) ? words.replace(/\s/g, '␣') : words;
}
