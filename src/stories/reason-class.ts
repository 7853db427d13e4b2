/**
 * Why an act was done, in one word for machines; readers get it in their language. The words are the newsroom's: a
 * correction mends what was wrong, a clarification what was unclear, a refile what was filed badly (a wrong picture, a lost
 * paragraph) and a withdrawal takes back what should not stand.
 */
import type { ActKind } from '../record/act.ts';

/** The classes that each kind of act may have. The first is meant where none is said; empty: none is needed. */
export const reasonClasses: Record<ActKind, readonly string[]> = {
  publish: [''],
  update: ['', 'refiled', 'clarified'],
  correct: ['corrected', 'clarified', 'refiled'],
  hold: ['checking', 'legal', 'embargo-broken', 'rights'],
  release: ['checked', ''],
  kill: ['withdrawn', 'inaccurate', 'legal', 'embargo-broken', 'duplicate', 'rights', 'privacy'],
  redact: ['legal', 'privacy', 'safety', 'rights'],
  withdraw: ['mistaken'],
};

/** "Embargo broken" is "embargo-broken". @returns null where this kind of act has no such class. */
export function readReasonClass(kind: ActKind, said: string): string | null {
  const classes = reasonClasses[kind];
  const wanted = said
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-');
  if (wanted === '') return classes[0] as string;
  return classes.includes(wanted) ? wanted : null;
}
