/** The house's templates as a setting: all that are offered; of those that came with the program only what was changed is kept. */
import { readSetting, type Setting, type Unfit, writeSetting } from '../editions/setting.ts';
import { canonicalJson } from '../record/canonical-json.ts';
import { oneLine, storable } from '../stories/clean-fields.ts';
import type { Client } from '../stories/story-store.ts';
import { listDesks } from './desk-store.ts';
import { builtInTemplates, isBuiltIn, type Template, type TemplateWords } from './templates.ts';

export async function readTemplates(db: Client): Promise<Template[]> {
  const kept = await readSetting<Template[]>(db, 'templates', []);
  return [
    ...builtInTemplates.map((one) => kept.find(({ id }) => id === one.id) ?? one),
    ...kept.filter((one) => !isBuiltIn(one)),
  ];
}

export const templateSetting: Setting<Template[]> = {
  name: 'templates',
  what: 'settings.templates-changed',
  read: readTemplates,
  cleaned: (asked) => [
    ...builtInTemplates.map((one) => cleaned(asked.find(({ id }) => id === one.id) ?? one)),
    ...asked.filter((one) => !isBuiltIn(one)).map(cleaned),
  ],
  whyNot: async (after, db) => {
    const desks = (await listDesks(db)).map(({ slug }) => slug);
    const ids = after.map(({ id }) => id);
    return [
      ...(new Set(ids).size < ids.length ? [sameId] : []),
      ...after.flatMap((one) => whyNotTemplate(one, desks)),
    ];
  },
  write: (db, after) =>
    writeSetting(
      db,
      'templates',
      after.filter((one) => !asItCame(one)),
    ),
};

function asItCame(template: Template): boolean {
  const built = builtInTemplates.find(({ id }) => id === template.id);
  return built !== undefined && canonicalJson(built) === canonicalJson(template);
}

function cleaned({ id, name, desk, priority, words }: Template): Template {
  return { id, name: oneLine(name), desk, priority, words: words.map(cleanedWords) };
}

function cleanedWords({ lang, headline, lead, body, dateline, credit }: TemplateWords): TemplateWords {
  const lines = body.map(oneLine);
  while (lines.length > 0 && lines.at(-1) === '') lines.pop();
  return {
    lang,
    headline: oneLine(headline),
    lead: String(storable(lead)).trim(),
    body: lines,
    dateline: oneLine(dateline),
    credit: oneLine(credit),
  };
}

const sameId: Unfit = {
  en: 'Two templates have the same id: change one.',
  fa: 'دو الگو یک شناسه دارد: یکی را تغییر دهید.',
};

function whyNotTemplate({ id, name, desk, words }: Template, desks: string[]): Unfit[] {
  const called = name || id;
  const langs = words.map(({ lang }) => lang);
  const wrong: Unfit[] = [];
  if (!name && !isBuiltIn({ id }))
    wrong.push({
      en: 'A template has no name: it is chosen by that.',
      fa: 'الگویی نام ندارد: با نامش برگزیده می‌شود.',
    });
  if (desk !== null && !desks.includes(desk))
    wrong.push({
      en: `The template “${called}” is for the desk “${desk}”, which is not there: choose another.`,
      fa: `الگوی «${called}» برای میز «${desk}» است که نیست: میز دیگری برگزینید.`,
    });
  if (langs.length === 0)
    wrong.push({
      en: `The template “${called}” is in no language: add one.`,
      fa: `الگوی «${called}» به هیچ زبانی نیست: زبانی بیفزایید.`,
    });
  if (new Set(langs).size < langs.length)
    wrong.push({
      en: `The template “${called}” has a language twice: leave one out.`,
      fa: `الگوی «${called}» یک زبان را دو بار دارد: یکی را کنار بگذارید.`,
    });
  if (id === 'flash' && (desk !== null || !langs.includes(null)))
    wrong.push({
      en: 'A flash is sent from every desk in every language: its template has to be there for all.',
      fa: 'خبر فوری از هر میز و به هر زبان فرستاده می‌شود: الگوی آن باید برای همه باشد.',
    });
  return wrong;
}
