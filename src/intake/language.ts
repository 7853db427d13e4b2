/** Which language a text is in, by its script and its commonest words. */

type Guess = {
  /** BCP 47. */
  language: string;
  /** Share of words (or, in Chinese, Japanese and Korean, of characters) that are among the commonest. */
  commonness: number;
};

const commonWords: Record<string, string> = {
  en: 'the of and to in a is that for on with as by was it at from be has are his he said an this will have not',
  fr: 'le la les de des du et à en un une est que qui dans pour sur au aux par avec pas plus ce il elle sont a été',
  de: 'der die das und in den von zu mit dem des ist im für auf nicht ein eine sich auch es an als hat nach bei wird',
  es: 'el la los las de del y en que un una es por con para se su al lo como más fue ha este no sobre entre',
  it: 'il lo la gli le di del della e che in un una è per con non si da dei delle al ha sono come più nel',
  pt: 'o a os as de do da dos das e que em um uma é por com para se não no na ao mais foi como sobre',
  nl: 'de het een en van in is dat op te voor met zijn aan niet ook bij door er om als naar uit heeft',
  tr: 've bir bu da de için ile olarak olan daha çok en gibi sonra kadar ne ise dedi göre',
  pl: 'w i na z do się nie że to jest o jak po od za przez dla oraz ma był',
  ru: 'и в не на что с по как из к за о от для это он его но а до также при был году было',
  uk: 'і в не на що з по як із до за та від для це він його але про був року й у є',
  bg: 'и в на не се че да от за с по като са е го при това след',
  fa: 'و در به از که این را با است برای آن یک خود تا کرد شد بر هم نیز شده وی ها می گفت ایران باید',
  ar: 'في من على إلى أن عن التي الذي مع هذا هذه كان قال ما لا بعد أو كما بين وقد وفي خلال إن و',
  ur: 'کے کی میں ہے اور سے کا کو نے پر کہ ہیں یہ اس ایک بھی جو تھا کیا',
  ps: 'د په او چې کې ته له دی یې سره هم پر دا شوي',
  he: 'של את על לא הוא כי עם זה גם כל היא אל או אך בין לפי אמר יותר',
  el: 'και το να του η της με για την από που τα στο των σε είναι δεν οι',
};

const commonSigns: Record<string, RegExp> = {
  zh: /[的是在了和有中国不人为这上个我以要他时来用们生到作地于出就分对成会說说]/g,
  ja: /[のはをにがとでたしていなるかれも]/g,
  ko: /[이다는의에을를고한가은하지로사있]/g,
};

const scripts: [RegExp, string[]][] = [
  [/\p{Script=Latin}/gu, ['en', 'fr', 'de', 'es', 'it', 'pt', 'nl', 'tr', 'pl']],
  [/\p{Script=Arabic}/gu, ['fa', 'ar', 'ur', 'ps']],
  [/\p{Script=Cyrillic}/gu, ['ru', 'uk', 'bg']],
  [/\p{Script=Hebrew}/gu, ['he']],
  [/\p{Script=Greek}/gu, ['el']],
  [/\p{Script=Hangul}/gu, ['ko']],
  [/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/gu, ['ja', 'zh']],
];

const wordSets = new Map(
  Object.entries(commonWords).map(([language, words]) => [
    language,
    new Set(words.split(' ').map(plainLetters)),
  ]),
);

/** The likeliest language of a text, or null where it has too few letters or no known words. */
export function guessLanguage(text: string): Guess | null {
  const sample = plainLetters(text.slice(0, 20_000));
  const counted = scripts
    .map(([script, languages]) => ({ letters: sample.match(script)?.length ?? 0, languages }))
    .sort((a, b) => b.letters - a.letters);
  const top = counted[0];
  if (!top || top.letters < 8) return null;
  const first = top.languages[0] ?? '';
  if (first === 'ja' || first === 'ko') return guessBySigns(sample, first, top.letters);
  const words = sample.match(/[\p{L}\p{M}]+/gu) ?? [];
  let best: Guess | null = null;
  for (const language of top.languages) {
    const common = wordSets.get(language);
    const commonness = words.filter((word) => common?.has(word)).length / Math.max(1, words.length);
    if (commonness > (best?.commonness ?? 0)) best = { language, commonness };
  }
  return best && best.commonness >= 0.02 ? best : null;
}

/** Whether a language is written from right to left. */
export function isRightToLeft(language: string): boolean {
  return /^(ar|fa|he|ur|ps|ckb|sd|ug|yi|dv)\b/.test(language);
}

/** A language tag in its usual form ("fa_ir" → "fa-IR"), or null where it is none. */
export function languageTag(stated: string): string | null {
  try {
    return Intl.getCanonicalLocales(stated.trim().replaceAll('_', '-'))[0] ?? null;
  } catch {
    return null;
  }
}

function guessBySigns(sample: string, first: string, letters: number): Guess | null {
  const kana = sample.match(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0;
  const language = first === 'ko' ? 'ko' : kana * 10 > letters ? 'ja' : 'zh';
  const common = sample.match(commonSigns[language] ?? /$^/)?.length ?? 0;
  return { language, commonness: common / letters };
}

/** Small letters, and one form for the two ways to write Persian ye and kaf. */
function plainLetters(text: string): string {
  return text.toLowerCase().replaceAll('ي', 'ی').replaceAll('ك', 'ک');
}
