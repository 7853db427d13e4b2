/** The agency's own pages, what topics are, in a word and in a sentence, and when a story is old, as a setting. */
import { oneLine, storable } from '../stories/clean-fields.ts';
import type { Client } from '../stories/story-store.ts';
import {
  agencyPageNames,
  type PageSettings,
  plainPages,
  type TopicTexts,
  topicKinds,
} from './agency-pages.ts';
import { readSetting, type Setting, type Unfit, writeSetting } from './setting.ts';

/** What was kept before topics had words of their own has none. */
export async function readPages(db: Client): Promise<PageSettings> {
  return { ...plainPages, ...(await readSetting<Partial<PageSettings>>(db, 'pages', plainPages)) };
}

export const pagesSetting: Setting<PageSettings> = {
  name: 'pages',
  what: 'settings.pages-changed',
  read: readPages,
  cleaned: (asked) => {
    const { oldAfterDays, keepsPages, texts, topics, topicTexts } = storable(asked) as PageSettings;
    return {
      oldAfterDays,
      keepsPages,
      texts: Object.fromEntries(Object.entries(texts).map(([lang, pages]) => [lang, cleanPages(pages)])),
      topics: {
        person: slugs(topics.person),
        place: slugs(topics.place),
        organisation: slugs(topics.organisation),
      },
      topicTexts: cleanTopicTexts(topicTexts),
    };
  },
  whyNot: ({ texts, topics }) => [
    ...Object.entries(texts).flatMap(([lang, pages]) =>
      agencyPageNames.flatMap((name) => {
        const page = pages?.[name];
        return page && (page.title === '') !== (page.text === '') ? [halfWritten(lang)] : [];
      }),
    ),
    ...twice(topicKinds.flatMap((kind) => topics[kind])).map(twoKinds),
  ],
  write: (db, after) => writeSetting(db, 'pages', after),
};

/** Without pages that have nothing in them. */
function cleanPages(pages: PageSettings['texts'][string] = {}): PageSettings['texts'][string] {
  return Object.fromEntries(
    agencyPageNames.flatMap((name) => {
      const page = { title: oneLine(pages[name]?.title ?? ''), text: (pages[name]?.text ?? '').trim() };
      return page.title || page.text ? [[name, page]] : [];
    }),
  );
}

/** Without languages and topics that have none. */
function cleanTopicTexts(said: TopicTexts): TopicTexts {
  const written = Object.entries(said).map(([lang, texts = {}]) => {
    const lines = Object.entries(texts).map(([slug, text]) => [oneLine(slug), oneLine(text)] as const);
    return [lang, lines.filter(([slug, text]) => slug !== '' && text !== '')] as const;
  });
  return Object.fromEntries(
    written.filter(([, lines]) => lines.length > 0).map(([lang, lines]) => [lang, Object.fromEntries(lines)]),
  );
}

function slugs(said: string[]): string[] {
  return [...new Set(said.map(oneLine).filter((slug) => slug !== ''))];
}

function twice(said: string[]): string[] {
  return [...new Set(said.filter((slug, at) => said.indexOf(slug) !== at))];
}

function halfWritten(lang: string): Unfit {
  return {
    en: `A page of the agency's in “${lang}” has a title and no text, or a text and no title: write both, or empty both.`,
    fa: `یکی از صفحه‌های خبرگزاری در «${lang}» عنوان دارد و متن ندارد، یا متن دارد و عنوان ندارد: هر دو را بنویسید یا هر دو را خالی بگذارید.`,
  };
}

function twoKinds(slug: string): Unfit {
  return {
    en: `The topic “${slug}” stands under two kinds: leave it under one.`,
    fa: `موضوع «${slug}» زیر دو گونه آمده است: آن را فقط زیر یکی بگذارید.`,
  };
}
