/** One value of a change as people read it: by what it is a value of, else by its kind. Pure. */
import type { Grant } from '../api/people-api.ts';
import type { Format } from '../words/format.ts';
import type { Words } from '../words/words.ts';
import { isNothing } from './audit-facts.ts';

export type AuditSpeech = { w: Words; f: Format; lang: string; grantWords: (grant: Grant) => string };

/** @param key the machine word that it is a value of. */
export function valueWords(speech: AuditSpeech, key: string, value: unknown): string {
  const { w } = speech;
  if (isNothing(value)) return '';
  if (Array.isArray(value)) return value.map((one) => valueWords(speech, key, one)).join(w.comma);
  if (typeof value === 'boolean') return value ? w.auditFacts.yes : w.auditFacts.no;
  if (typeof value === 'number') return numberWords(speech, key, value);
  if (typeof value === 'object') return thingWords(speech, value as Record<string, unknown>);
  const word = String(value);
  return namedValues(speech)[key]?.(word) ?? word;
}

/** Codes and ids are never grouped. */
function numberWords({ f }: AuditSpeech, key: string, value: number): string {
  const isName = /^(?:code|codes|comment|comments|ban|arrangement|version|invitation)$/.test(key);
  return isName ? f.digits(value) : f.number(value);
}

/** A pair of spellings, a grant; anything else as it is. */
function thingWords({ w, grantWords }: AuditSpeech, value: Record<string, unknown>): string {
  if ('role' in value) return grantWords(value as Grant);
  if (typeof value.before === 'string' && typeof value.after === 'string')
    return w.auditFacts.pair(value.before, value.after);
  return JSON.stringify(value);
}

/** "French" for fr. */
export function languageName(lang: string, of: string): string {
  try {
    return new Intl.DisplayNames(lang, { type: 'language' }).of(of) ?? of;
  } catch {
    return of;
  }
}

type Named = Record<string, (word: string) => string | undefined>;

/** What has words of its own at this desk. */
function namedValues({ w, lang }: AuditSpeech): Named {
  const { settings, auditFacts, commentSetting, machines, comments } = w;
  const among =
    (words: object) =>
    (word: string): string | undefined =>
      Object.hasOwn(words, word) ? (words as Record<string, string>)[word] : undefined;
  const language = (word: string) => languageName(lang, word);
  return {
    lang: language,
    defaultLang: language,
    uiLang: language,
    dir: among({ ltr: settings.ltr, rtl: settings.rtl }),
    calendar: among(settings.calendars),
    beside: among(settings.calendars),
    numerals: among(settings.numeralKinds),
    feeds: among(machines.feedKinds),
    moderation: among({ before: commentSetting.before, known: commentSetting.known }),
    taken: among(comments.taken),
    off: among(w.styleRules),
    quotes: among(auditFacts.quotes),
    reason: (word) => among(w.reasons)(word) ?? among(comments.reasons)(word),
    how: among(auditFacts.how),
    kind: among(auditFacts.banned),
  };
}
