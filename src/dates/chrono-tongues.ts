/** What is known of each language that is read with chrono-node, besides what chrono knows itself. */

import { partsOfDay } from './calendar-day.ts';
import type { DateRule, Reading } from './date-rule.ts';
import { type DateSpan, daySpan, monthSpan, weekSpan, yearSpan } from './date-span.ts';
import type { TenseCues } from './sentence-tense.ts';

export type Tongue = {
  /** A sentence without any of these (or a figure) holds no date. */
  cue: RegExp;
  /** Beside a weekday: the one before, the one after, or a habit and so no date. */
  last: RegExp;
  next: RegExp;
  habit: RegExp;
  /** What a match that is only a weekday must look like, with up to 12 units before it. */
  weekday: RegExp;
  tense: TenseCues;
  spans: readonly DateRule[];
};

export type TongueName = 'fr' | 'de' | 'es' | 'pt' | 'it' | 'ru' | 'uk' | 'nl';

const frenchCounts = ['un', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf', 'dix'];

/** Day words that chrono misses or reads in part, and years counted back. */
const frenchDays: DateRule[] = [
  {
    pattern: /(?<![\p{L}-])(?:aujourd[’']hui|ce matin|ce midi|cet après-midi|ce soir)(?!\p{L})/giu,
    read: (_, { on }) => daySpan(on),
  },
  { pattern: /(?<!\p{L})avant-hier(?!\p{L})/giu, read: (_, { on }) => daySpan(on - 2) },
  { pattern: /(?<!\p{L})après-demain(?!\p{L})/giu, read: (_, { on }) => daySpan(on + 2) },
  {
    pattern: new RegExp(
      `(?<!\\p{L})il y a (?<count>${frenchCounts.join('|')}|\\d{1,2}) ans?(?!\\p{L})`,
      'giu',
    ),
    read: ({ count = '' }, { on }) =>
      yearSpan(partsOfDay(on).year - (frenchCounts.indexOf(count.toLowerCase()) + 1 || Number(count))),
  },
];

export const tongues: Record<TongueName, Tongue> = {
  fr: {
    cue: /\d|\p{L}di(?!\p{L})|dimanche|hier|aujourd|demain|il y a|dans /iu,
    last: /derni/iu,
    next: /prochain/iu,
    habit: /(?:chaque|tous les|les) $/iu,
    weekday: /\p{L}{5,}/u,
    tense: cues(
      '(?:va|vont|doit|doivent|devrait|devraient|sera|seront|aura|auront|\\p{L}{3,}(?:era|eront|ira|iront|dra|dront))',
      '(?:a|ont|avait|est|sont|était|étaient|fut)',
    ),
    spans: [
      ...spans(
        "la semaine|(?:le|du|au) mois|l[’']an(?:née)?",
        'derni[eè]re?|pass[ée]e?',
        'prochaine?',
        'cette semaine|ce mois-ci|cette année',
        '',
      ),
      ...frenchDays,
    ],
  },
  de: {
    cue: /\d|\p{L}tag(?!\p{L})|mittwoch|sonnabend|gestern|heute|morgen|vor /iu,
    last: /letzt|vergangen|vorig/iu,
    next: /nächst|kommend/iu,
    habit: /(?:jeden|jedem) $/iu,
    weekday: /\p{Lu}\p{L}{5,}/u,
    tense: cues(
      '(?:wird|werden|will|wollen|soll|sollen|geplant|plant|plante)',
      '(?:hat|haben|hatte|hatten|war|waren|wurde|wurden|ist|sagte|teilte|erklärte|kündigte|\\p{Ll}{3,}te|\\p{Ll}{3,}ten)',
    ),
    spans: spans(
      '',
      '',
      '',
      'diese Woche|in dieser Woche|diesen Monat|dieses Jahr|in diesem Jahr',
      '(?:in der |im )?(?:letzten?|letztes|vergangenen?|vergangenes|vorigen?|voriges)(?:n|s|m)? (?:Woche|Monat|Jahr)',
      '(?:in der |im )?(?:nächsten?|nächstes|kommenden?|kommendes) (?:Woche|Monat|Jahr)',
    ),
  },
  es: {
    cue: /\d|lunes|martes|miércoles|jueves|viernes|sábado|domingo|ayer|hoy|mañana/iu,
    last: /pasado|último/iu,
    next: /próximo|que viene/iu,
    habit: /(?:cada|todos los|los) $/iu,
    weekday: /\p{L}{5,}/u,
    tense: cues(
      '(?:va|van|debe|deben|prevé|prevén|\\p{L}{2,}(?:rá|rán|ría|rían))',
      '(?:dijo|hizo|tuvo|vino|ha|han|había|fue|fueron|era|\\p{L}{2,}(?:ó|ieron|aron))',
    ),
    spans: spans(
      'la semana|el mes|el año',
      'pasad[ao]',
      'que viene|próxim[ao]',
      'esta semana|este mes|este año',
      'la pasada semana|el pasado mes|el pasado año',
      'la próxima semana|el próximo mes|el próximo año',
    ),
  },
  pt: {
    cue: /\d|feira|sábado|domingo|segunda|terça|quarta|quinta|sexta|ontem|hoje|amanhã/iu,
    last: /passad|último/iu,
    next: /próxim|que vem/iu,
    habit: /(?:cada|todas as|todos os|às|aos) $/iu,
    weekday: /-feira|sábado|domingo/iu,
    tense: cues(
      '(?:vai|vão|deve|devem|\\p{L}{2,}(?:rá|rão|ria|riam))',
      '(?:disse|fez|teve|veio|foi|foram|havia|tinha|era|\\p{L}{2,}(?:ou|aram|eram|iram|eu|iu))',
    ),
    spans: spans(
      '(?:n?a )?semana|(?:n?o )?mês|(?:n?o )?ano',
      'passad[ao]',
      'que vem',
      '(?:n?esta) semana|n?este mês|n?este ano',
      '',
      '(?:n?a )?próxima semana|(?:n?o )?próximo mês|(?:n?o )?próximo ano',
    ),
  },
  it: {
    cue: /\d|\p{L}dì(?!\p{L})|sabato|domenica|ieri|oggi|domani|fa(?!\p{L})/iu,
    last: /scors|passat/iu,
    next: /prossim/iu,
    habit: /(?:ogni|tutti i|tutte le|il|la) $/iu,
    weekday: /\p{L}{6,}/u,
    tense: cues(
      '(?:deve|devono|dovrebbe|dovrebbero|\\p{L}{2,}(?:rà|ranno))',
      '(?:ha|hanno|aveva|è|sono|era|fu)',
    ),
    spans: spans(
      "la settimana|il mese|l[’']anno",
      'scors[ao]|passat[ao]',
      'prossim[ao]',
      "questa settimana|questo mese|quest[’']anno",
      'la scorsa settimana|lo scorso mese|lo scorso anno',
      'la prossima settimana|il prossimo mese|il prossimo anno',
    ),
  },
  ru: {
    cue: /\d|понедельник|вторник|сред[уы]|четверг|пятниц|суббот|воскресень|вчера|сегодня|завтра|назад|через/iu,
    last: /прошл|минувш/iu,
    next: /следующ|ближайш|будущ/iu,
    habit: /(?:кажд\p{L}+|по) $/iu,
    weekday: /(?:^|\s)во? (?:\p{L}+ )?\p{L}{5,}/iu,
    tense: cues(
      '(?:будет|будут|планиру\\p{L}+|намерен\\p{L}*|предстоит|должен|должна|должны|собира\\p{L}+ся|ожидается|состо(?:ится|ятся)|пройд(?:ет|ут)|посет(?:ит|ят)|прибуд(?:ет|ут)|встрет(?:ится|ятся))',
      '(?:\\p{L}{3,}(?:л|ла|ли|ло|лся|лась|лись|лось))',
    ),
    spans: spans(
      '',
      '',
      '',
      'на этой неделе|в этом месяце|в этом году',
      'на прошлой неделе|на минувшей неделе|в прошлом месяце|в прошлом году',
      'на следующей неделе|на будущей неделе|в следующем месяце|в следующем году|в будущем году',
    ),
  },
  uk: {
    cue: /\d|понеділ|вівтор|серед[уи]|четвер|п[’'ʼ]ятниц|субот|неділ|вчора|учора|сьогодні|завтра|тому/iu,
    last: /минул/iu,
    next: /наступн/iu,
    habit: /(?:кожн\p{L}+|щ\p{L}+) $/iu,
    weekday: /(?:^|\s)[ву] (?:\p{L}+ )?\p{L}{5,}/iu,
    tense: cues(
      '(?:буде|будуть|плану\\p{L}+|має|мають|\\p{L}{3,}(?:тиме|тимуть))',
      '(?:\\p{L}{3,}(?:в|ла|ли|ло|вся|лася|лися))',
    ),
    spans: spans(
      '',
      '',
      '',
      'цього тижня|цього місяця|цього року',
      'минулого тижня|минулого місяця|минулого року|торік',
      'наступного тижня|наступного місяця|наступного року',
    ),
  },
  nl: {
    cue: /\d|\p{L}dag(?!\p{L})|gisteren|vandaag|morgen|geleden/iu,
    last: /vorige|afgelopen/iu,
    next: /volgende|komende|aanstaande/iu,
    habit: /(?:elke|iedere) $/iu,
    weekday: /\p{L}{6,}/u,
    tense: cues(
      '(?:zal|zullen|gaat|gaan|moet|moeten|wil|willen)',
      '(?:heeft|hebben|had|hadden|was|waren|werd|werden|is|zei|\\p{L}{3,}(?:de|den|te|ten))',
    ),
    spans: spans(
      '',
      '',
      '',
      'deze week|deze maand|dit jaar',
      'vorige week|afgelopen week|vorige maand|vorig jaar|afgelopen jaar',
      'volgende week|komende week|volgende maand|volgend jaar',
    ),
  },
};

function cues(future: string, past: string): TenseCues {
  return {
    future: new RegExp(`(?<!\\p{L})${future}(?!\\p{L})`, 'giu'),
    past: new RegExp(`(?<!\\p{L})${past}(?!\\p{L})`, 'giu'),
    readsOn: false,
  };
}

/** Rules for weeks, months and years: `named` followed by a word for last or next, then whole phrases. */
function spans(
  named: string,
  last: string,
  next: string,
  current: string,
  before: string,
  after = '',
): DateRule[] {
  const rule = (words: string, steps: -1 | 0 | 1): DateRule[] =>
    words === ''
      ? []
      : [
          {
            pattern: new RegExp(`(?<!\\p{L})(?<words>${words})(?!\\p{L})`, 'giu'),
            read: (groups, reading) => moved(groups.words ?? '', steps, reading),
          },
        ];
  const join = (kind: string, phrases: string) =>
    [kind === '' ? '' : `(?:${named}) (?:${kind})`, phrases].filter((one) => one !== '').join('|');
  return [...rule(join(last, before), -1), ...rule(current, 0), ...rule(join(next, after), 1)];
}

/** The unit is told by its word in any of the languages here. */
function moved(words: string, steps: number, { on, weekStartsOn }: Reading): DateSpan {
  if (/sem[an]|settiman|woche|week|недел|тижн/iu.test(words)) return weekSpan(on, weekStartsOn, steps);
  if (/mois|monat|mes|mês|месяц|місяц|maand/iu.test(words)) return monthSpan(on, steps);
  return yearSpan(partsOfDay(on).year + steps);
}
