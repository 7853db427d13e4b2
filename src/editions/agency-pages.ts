/** What an agency says of itself in each edition: the texts of its own pages, as they are written at the desk. Pure. */

/** In the order in which they are linked to. */
export const agencyPageNames = ['about', 'contact', 'masthead'] as const;
export type AgencyPageName = (typeof agencyPageNames)[number];

/** `text`: paragraphs with an empty line between them; addresses in it become links. Empty: there is no such page. */
export type AgencyPage = { title: string; text: string };

/** By language and name; what is not there is not written. */
export type AgencyPages = Partial<Record<string, Partial<Record<AgencyPageName, AgencyPage>>>>;

export function isAgencyPage(name: string): name is AgencyPageName {
  return (agencyPageNames as readonly string[]).includes(name);
}

/** The pages that an edition has, in order. */
export function pagesOf(pages: AgencyPages, lang: string): (AgencyPage & { name: AgencyPageName })[] {
  const own = Object.hasOwn(pages, lang) ? pages[lang] : undefined;
  return agencyPageNames.flatMap((name) => {
    const page = own?.[name];
    return page && page.title !== '' && page.text !== '' ? [{ name, ...page }] : [];
  });
}

export type TextPiece = { text: string; href: string | null };

/** Paragraphs as pieces, of which addresses (https, e-mail) are links. */
export function paragraphsOf(text: string): TextPiece[][] {
  return text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
    .map(piecesOf);
}

const address = /(https:\/\/[^\s<>"«»“”]*[^\s<>"«»“”.,;:!?،؛؟()]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)/u;

function piecesOf(paragraph: string): TextPiece[] {
  return paragraph.split(address).flatMap((text, at): TextPiece[] => {
    if (text === '') return [];
    if (at % 2 === 0) return [{ text, href: null }];
    return [{ text, href: text.startsWith('https://') ? text : `mailto:${text}` }];
  });
}

/** What a topic is, where somebody said so. */
export const topicKinds = ['person', 'place', 'organisation'] as const;
export type TopicKind = (typeof topicKinds)[number];

/** What a topic is in a sentence or two, by language and slug; one that is not there has none. */
export type TopicTexts = Partial<Record<string, Record<string, string>>>;

/** What the pages around the stories are made with. */
export type PageSettings = {
  /** Days after which a story's page says how old it is; 0: never. */
  oldAfterDays: number;
  texts: AgencyPages;
  /** Whether a reader's device keeps what he opened, to be read without a connection. */
  keepsPages: boolean;
  /** Slugs of topics by what they are. */
  topics: Record<TopicKind, string[]>;
  topicTexts: TopicTexts;
};

/** What holds where nobody has set anything. */
export const plainPages: PageSettings = {
  oldAfterDays: 30,
  keepsPages: true,
  texts: {},
  topics: { person: [], place: [], organisation: [] },
  topicTexts: {},
};

export function kindOfTopic({ topics }: PageSettings, slug: string): TopicKind | null {
  return topicKinds.find((kind) => topics[kind].includes(slug)) ?? null;
}

/** Empty: nobody has written any in this language. */
export function textOfTopic({ topicTexts }: PageSettings, lang: string, slug: string): string {
  const own = Object.hasOwn(topicTexts, lang) ? topicTexts[lang] : undefined;
  return own && Object.hasOwn(own, slug) ? (own[slug] ?? '') : '';
}
