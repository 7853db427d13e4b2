import { describe, expect, it } from 'vitest';
import { catalogues, type Words } from './catalogue.ts';
import { counted, dayWords, listTimeWords, timeWords, zoneWords } from './dates.ts';
import { type CatalogueLang, type Counted, pluralCategories } from './plurals.ts';

const langs = Object.keys(catalogues) as CatalogueLang[];

/** What is the same in English and in another language. */
const sameAnywhere = new Set([
  'UTC',
  ', ',
  '§0',
  'Pages',
  'Page',
  '§0, §1',
  '§0 §1',
  '§0 §1 §2',
  'Version §0',
  'Version',
  'Organisation',
  'RSS',
]);

/** A Latin letter beyond names, formats and example times that no language has words for. */
const names =
  /\{n\}|name@example\.org|Europe\/Paris|C2SP|tlog-tiles|Ed25519|SHA-256|JSON|RFC|https|T11:54:00Z|UTC/g;

describe.each(langs)('the catalogue of %s', (lang) => {
  const said = sayAll(catalogues[lang]);

  it('has every form of every counted sentence that its language has, and no other', () => {
    const own = new Intl.PluralRules(lang).resolvedOptions().pluralCategories.toSorted();
    expect([...pluralCategories[lang]].sort()).toEqual(own);
    const forms = countedIn(catalogues[lang]);
    expect(forms.length).toBeGreaterThanOrEqual(2);
    for (const [name, one] of forms) expect(Object.keys(one).sort(), name).toEqual(own);
  });

  it('has no empty sentence', () => {
    expect([...said].filter(([, words]) => words.trim() === '').map(([name]) => name)).toEqual([]);
  });

  it('says something with every part that it is given', () => {
    for (const [name, words] of said) {
      const given = Number(/\((\d)\)$/.exec(name)?.[1] ?? 0);
      for (let at = 0; at < given; at++) expect(words, name).toContain(`§${at}`);
    }
  });
});

describe.each(langs.filter((lang) => lang !== 'en'))('the catalogue of %s', (lang) => {
  it('has no English sentence left over', () => {
    const english = sayAll(catalogues.en);
    const left = [...sayAll(catalogues[lang])].filter(
      ([name, words]) =>
        words === english.get(name) && !sameAnywhere.has(words) && /\p{L}/u.test(words.replace(/§\d/g, '')),
    );
    expect(left).toEqual([]);
  });
});

describe.each<CatalogueLang>(['fa', 'ar', 'ru'])('the catalogue of %s', (lang) => {
  it('is written in its own script', () => {
    const latin = [...sayAll(catalogues[lang])].filter(([, words]) =>
      /\p{Script=Latin}/u.test(words.replace(names, '')),
    );
    expect(latin).toEqual([]);
  });
});

describe('days in the languages', () => {
  const at = new Date('2017-08-05T07:24:00Z');
  const day = (lang: CatalogueLang) => dayWords(catalogues[lang], 'Asia/Tbilisi', at);
  it('have months, ordinals and commas as each has them', () => {
    expect(day('ru')).toBe('суббота, 5 августа 2017');
    expect(day('es')).toBe('sábado, 5 de agosto de 2017');
    expect(day('ar')).toBe('السبت 5 أغسطس 2017');
    expect(listTimeWords(catalogues.ru, 'UTC', at, '2017-09-01')).toBe('5 авг.');
    expect(listTimeWords(catalogues.es, 'UTC', at, '2020-09-01')).toBe('5 ago 2017');
    expect(timeWords(catalogues.ru, 'Asia/Tbilisi', at)).toBe('11:24');
  });

  it('name the zone, with its sign on the side of the number', () => {
    expect(zoneWords(catalogues.ru, 'Asia/Tbilisi', at)).toBe('UTC+4');
    expect(zoneWords(catalogues.es, 'America/St_Johns', at)).toBe('UTC-2:30');
    expect(zoneWords(catalogues.ar, 'Asia/Tbilisi', at)).toBe('غرينتش \u200e+4');
    expect(zoneWords({ ...catalogues.ar, numerals: 'arab' }, 'Asia/Tbilisi', at)).toBe('غرينتش \u061c+٤');
    expect(zoneWords(catalogues.ar, 'UTC', at)).toBe('غرينتش');
  });
});

describe('counted sentences', () => {
  it.each<[CatalogueLang, number, string]>([
    ['ru', 1, '1 материал'],
    ['ru', 3, '3 материала'],
    ['ru', 11, '11 материалов'],
    ['ru', 21, '21 материал'],
    ['ru', 1000, '1000 материалов'],
    ['ar', 0, 'لا أخبار'],
    ['ar', 1, 'خبر واحد'],
    ['ar', 2, 'خبران'],
    ['ar', 7, '7 أخبار'],
    ['ar', 15, '15 خبرًا'],
    ['ar', 100, '100 خبر'],
    ['es', 1_000_000, '1.000.000 de noticias'],
    ['fr', 2, '2 dépêches'],
    ['fa', 2, '۲ خبر'],
  ])('in %s, of %i', (lang, value, words) => {
    expect(counted(catalogues[lang], value, catalogues[lang].results).replace(/[\u00a0\u202f]/g, '')).toBe(
      words,
    );
  });
});

/** What is no sentence but a setting of how days and numbers are said. */
const settings = /^(tag|calendar|beside|numerals|zone|fullDay|shortDay|dayOfYear|comma)\b/;

/** Every sentence by its place, with `§0`, `§1` … where parts of it come from elsewhere. */
function sayAll(words: Words): Map<string, string> {
  const said = new Map<string, string>();
  walk(words, '', (name, value) => {
    if (typeof value === 'string' && !settings.test(name)) said.set(name, value);
    if (typeof value !== 'function' || settings.test(name)) return;
    const given = Array.from({ length: value.length }, (_, at) => `§${at}`);
    if (name === 'record.and') said.set(name, value(['§0', '§1']));
    else if (name === 'record.gap')
      for (const field of fields) said.set(`${name}.${field}`, value(field, '§1', '§2'));
    else said.set(`${name}(${value.length})`, value(...given));
  });
  return said;
}

const fields = Object.keys(catalogues.en.record.fields);

function countedIn(words: Words): [string, Counted][] {
  const found: [string, Counted][] = [];
  walk(words, '', (name, value) => {
    if (typeof value === 'object') found.push([name, value as Counted]);
  });
  return found;
}

type Leaf = string | Counted | ((...given: unknown[]) => string);

/** Visits strings, functions and counted sentences; of these also each form. */
function walk(value: unknown, name: string, visit: (name: string, value: Leaf) => void): void {
  if (value === null) return;
  if (typeof value !== 'object') {
    visit(name, value as Leaf);
    return;
  }
  if ('other' in value) visit(name, value as Counted);
  for (const [key, one] of Object.entries(value)) walk(one, name ? `${name}.${key}` : key, visit);
}
