/** The words before a story's first sentence that say who reports it and from where. */
import { isAgency, isPlace } from './known-credits.ts';

export type Opening = {
  credit: string;
  dateline: string;
  /** The whole day that stands there, as it is written; empty: none, or one without its year. */
  day: string;
  /** How many characters of the paragraph the opening takes, its spaces included. */
  length: number;
  confidence: number;
  how: string;
};

const dash = '(?:[-–—]{1,2}|−)';
const word = "[\\p{L}\\p{M}\\p{N}.’'&/\u200c-]+";
const name = `${word}(?: ${word}){0,3}`;
const place = `\\p{L}[\\p{L}\\p{M}.’'\u200c-]*(?: [\\p{L}\\p{M}.’'\u200c-]+){0,3}(?:, \\p{Lu}[\\p{L}.]+(?: \\p{Lu}[\\p{L}.]+)?)?`;
/** "Aug 5", "5 August 2017", "5 авг", "۱۴ مرداد": a day and a month's name in either order. */
const day =
  '(?:\\p{L}+\\.? \\d{1,2}(?:,? \\d{4})?|\\d{1,2}\\.? \\p{L}+\\.?(?: \\d{4})?|\\d{1,2}/\\d{1,2}(?:/\\d{4})?)';
const wholeDay = /\p{L}+\.? \d{1,2},? \d{4}|\d{1,2}\.? \p{L}+\.? \d{4}|\d{1,2}\/\d{1,2}\/\d{4}/u;

const bracketed = new RegExp(
  `^(${place})(?:[,،] (?:\\p{L}+,? )?${day})? ?[(（](${name})(?:, ${day})?[)）] ?[.:]? ?(?:${dash}|:)? ?(?=\\S)`,
  'u',
);
const slashed = new RegExp(
  `^(${place}), ${day}\\.? ?/(?:корр\\. )?(${name})(?:, [^/]{1,40})?/\\. ?(?:${dash} ?)?(?=\\S)`,
  'u',
);
const slashedShort = new RegExp(`^(${place}) ?/(\\p{L}+)/? ?${dash} ?(?=\\S)`, 'u');
const dated = new RegExp(`^(${place})[,،] ${day}(?:[,،]? ${dash} ?|[,،] )(${name}) ?${dash} (?=\\S)`, 'u');
const datedDot = new RegExp(`^(${place}), ${day} ${dash} (${name})(?:, [^.,]{1,40})?\\. (?=\\S)`, 'u');
const datedPlace = new RegExp(`^(${place}), ${day} ?${dash} (?=\\S)`, 'u');
const placeAgency = new RegExp(`^(${place}) ?(?:${dash}|/) ?(${name}?) ?(?:${dash}|:) ?(?=\\S)`, 'u');
const bracketOnly = new RegExp(`^[(（](${name})[)）] ?(?:${dash}|:) ?(?=\\S)`, 'u');
const dashed = new RegExp(`^(${name}) ?(${dash}) (?=\\S)`, 'u');
const colon = new RegExp(`^(${name}): (?=\\S)`, 'u');

/** Reads the opening of a first paragraph, only where its form is clear; null for an ordinary sentence. */
export function readOpening(paragraph: string): Opening | null {
  const start = paragraph.slice(0, 240);
  return withAgency(start) ?? placeOnly(start) ?? creditOnly(start);
}

function withAgency(text: string): Opening | null {
  for (const form of [bracketed, slashed, slashedShort, dated, datedDot, placeAgency]) {
    const match = form.exec(text);
    const [all, where, who] = match ?? [];
    if (!all || !where || !who || !placeLike(where)) continue;
    const agency = isAgency(who);
    // A dash or colon must follow an unknown name in brackets: "Berlin (Germany) is the capital" is a sentence.
    const closed = /[-–—−:.]\s*$/u.test(all);
    const clear = agency
      ? true
      : (form === bracketed || form === slashed || form === datedDot) &&
        closed &&
        shouted(where) &&
        nameLike(who);
    if (!clear) continue;
    if (agency && form === bracketed && !closed && !shouted(where)) continue;
    return opening(
      who,
      where,
      all,
      agency ? 0.97 : 0.8,
      'the place and the agency before the first sentence',
    );
  }
  const only = bracketOnly.exec(text);
  if (only?.[1] && (isAgency(only[1]) || (nameLike(only[1]) && shouted(only[1])))) {
    return opening(only[1], '', only[0], 0.9, 'the agency in brackets before the first sentence');
  }
  return null;
}

function placeOnly(text: string): Opening | null {
  const match = datedPlace.exec(text);
  if (match?.[1] && placeLike(match[1]))
    return opening('', match[1], match[0], 0.85, 'the place and day before the first sentence');
  for (const form of [dashed, colon]) {
    const [all, where] = form.exec(text) ?? [];
    if (!all || !where || isAgency(where) || pairedDash(text, all)) continue;
    const city = isPlace(where);
    const capitals = shouted(where) && where.length >= 4 && !/\d/.test(where) && !commonCapitals.test(where);
    if (!(form === colon ? capitals && city : capitals || city) || !opensSentence(text.slice(all.length)))
      continue;
    return opening('', where, all, city ? 0.9 : 0.7, 'the place before the first sentence');
  }
  return null;
}

function creditOnly(text: string): Opening | null {
  const [all, who] = dashed.exec(text) ?? [];
  if (!all || !who) {
    const named = colon.exec(text);
    const agency = named?.[1] && isAgency(named[1]) && !caseless(named[1]);
    return agency && named?.[1]
      ? opening(named[1], '', named[0], 0.85, 'the agency before the first sentence')
      : null;
  }
  const rest = text.slice(all.length);
  if (isAgency(who) && (opensSentence(rest) || caseless(who))) {
    return opening(who, '', all, 0.97, 'the agency before the first sentence');
  }
  const clear =
    nameLike(who) && !caseless(who) && opensSentence(rest) && rest.length >= 40 && !pairedDash(text, all);
  if (!clear || notNames.test(who)) return null;
  return opening(who, '', all, 0.75, 'capitalised words and a dash before the first sentence');
}

const notNames =
  /^(?:(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|the|a|an|this|that|these|those|it|he|she|they|we|i|you|yes|no|and|but|or|if|in|on|at|by|for|from|to|of|with|after|before|when|while|as|what|who|why|how|where|here|there|now|then|today|yesterday|tomorrow|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|update|updated|breaking|analysis|opinion|video|photos?|live|watch|exclusive|le|la|les|un|une|der|die|das|ein|eine|el|los|las|una|il|lo)(?:[ '’-]|$))|\d/iu;
const commonCapitals =
  /^(?:UPDATE|BREAKING|LIVE|WATCH|VIDEO|ANALYSIS|EXCLUSIVE|OPINION|NOTE|CORRECTION|URGENT|ALERT|FACTBOX|PHOTOS?)\b/u;

function opening(credit: string, dateline: string, all: string, confidence: number, how: string): Opening {
  const [written = ''] = wholeDay.exec(all) ?? [];
  return {
    credit: credit.trim(),
    dateline: dateline.trim(),
    day: written,
    length: all.length,
    confidence,
    how,
  };
}

function nameLike(text: string): boolean {
  return (
    text
      .split(' ')
      .every((part) => /^[\p{Lu}\p{Lo}]/u.test(part) || /^(?:of|the|and|de|du|la|al)$/u.test(part)) &&
    !/\d{2}/.test(text)
  );
}

function placeLike(text: string): boolean {
  return shouted(text) || isPlace(text) || nameLike(text.replace(/,.*$/u, ''));
}

function shouted(text: string): boolean {
  return /\p{Lu}/u.test(text) && text.replace(/, .*$/u, '').toUpperCase() === text.replace(/, .*$/u, '');
}

function caseless(text: string): boolean {
  return /^\p{Lo}/u.test(text);
}

function opensSentence(rest: string): boolean {
  return /^["“”«‘'’([]?[\p{Lu}\p{Lo}\p{N}]/u.test(rest);
}

/** Whether the same dash comes again soon: then the words between are an aside, as in "Omar – a teacher – said". */
function pairedDash(text: string, all: string): boolean {
  const mark = /([-–—−]{1,2}) ?$/u.exec(all)?.[1];
  if (!mark) return false;
  const again = text.indexOf(` ${mark} `, all.length);
  return again !== -1 && again < all.length + 80;
}
