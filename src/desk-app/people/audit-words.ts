/** The facts of an entry of the list of changes as lines in the desk's language: what, from, to. Pure. */
import type { AuditJson } from '../api/people-api.ts';
import { type AuditFact, factsOf, isNothing } from './audit-facts.ts';
import { type AuditSpeech, languageName, valueWords } from './audit-values.ts';

/** Longest value that is shown whole, in characters; and how many stand before what differs. */
const longest = 120;
const shownBefore = 20;

export function aboutWords(
  speech: AuditSpeech,
  { what, about, aboutName }: Pick<AuditJson, 'what' | 'about' | 'aboutName'>,
): string[] {
  // Keys of the program's own say nothing to anybody.
  const { session: _session, invitation: _invitation, person, ...said } = about;
  return factsOf({ person: aboutName ?? person, ...said }).map((fact) => factWords(speech, what, fact));
}

function factWords(speech: AuditSpeech, what: string, fact: AuditFact): string {
  const { w, f } = speech;
  const { path, from, to } = fact;
  const place = path.map((_, at) => stepWords(speech, what, path, at)).join(w.auditFacts.within);
  const key = path.at(-1) ?? '';
  const [old, now] = fromWhereTheyDiffer(valueWords(speech, key, from), valueWords(speech, key, to));
  if (!('from' in fact)) return w.auditFacts.is(place, f.name(now));
  if (isNothing(from)) return w.auditFacts.added(place, f.name(now));
  if (isNothing(to)) return w.auditFacts.removed(place, f.name(old));
  return w.auditFacts.changed(place, f.name(old), f.name(now));
}

/** Steps of these settings that are languages, by where they stand. */
const languagesAt: Record<string, number> = {
  'settings.spellings-changed': 0,
  'settings.house-style-changed': 0,
  'settings.roles-changed': 1,
  'settings.pages-changed': 1,
  'settings.comments-changed': 1,
};

function stepWords({ w, f, lang }: AuditSpeech, what: string, path: string[], at: number): string {
  const [step = '', parent = ''] = [path[at], path[at - 1]];
  if (what === 'settings.roles-changed' && at === 0) return w.roles[step as keyof typeof w.roles] ?? step;
  const { names } = w.auditFacts;
  const page =
    parent !== '' && path[0] === 'texts' ? w.pages.names[step as keyof typeof w.pages.names] : null;
  if (page) return page;
  // Beyond its language a topic is called as it is, whatever else the word may mean here.
  const isOwn = path[0] === 'topicTexts' && at === 2;
  const known = isOwn ? undefined : (names[`${parent}.${step}`] ?? names[step]);
  if (known !== undefined) return known;
  if (step === '') return w.settings.otherLanguages;
  return f.name(languagesAt[what] === at ? languageName(lang, step) : step);
}

/** Of two long values that part where they differ, with a little before it; short ones whole. */
function fromWhereTheyDiffer(old: string, now: string): [string, string] {
  if (old.length <= longest && now.length <= longest) return [old, now];
  let same = 0;
  while (same < Math.min(old.length, now.length) && old[same] === now[same]) same++;
  const start = same > shownBefore * 2 ? same - shownBefore : 0;
  const cut = (value: string) => {
    const rest = value.slice(start);
    const part = rest.length > longest ? `${rest.slice(0, longest)}…` : rest;
    return start > 0 ? `…${part}` : part;
  };
  return [cut(old), cut(now)];
}
