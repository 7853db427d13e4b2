/** What the settings look like as people may say them, checked at the door. What they must be besides is each setting's to say. */
import { object } from '../desk/desk-schemas.ts';
import { modelUses } from '../machines/machine-uses.ts';
import { roles } from '../people/policy.ts';
import { agencyPageNames, topicKinds } from './agency-pages.ts';
import { calendars, numeralKinds } from './edition-dates.ts';

const text = { type: 'string', maxLength: 300 };
const slug = { type: 'string', pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', maxLength: 60 };
const named = (name: object) => ({
  type: 'array',
  maxItems: 100,
  items: object({ slug: name, name: text }, ['slug', 'name']),
});
const edition = object(
  {
    lang: { type: 'string', maxLength: 35 },
    dir: { enum: ['ltr', 'rtl'] },
    name: text,
    agency: text,
    tagline: text,
    sections: named(text),
    dates: object(
      {
        calendar: { enum: calendars },
        beside: { enum: [...calendars, null] },
        numerals: { enum: numeralKinds },
      },
      ['calendar', 'beside', 'numerals'],
    ),
  },
  ['lang', 'dir', 'name', 'agency', 'tagline', 'sections'],
);
export const agencySchema = object(
  { zone: text, defaultLang: text, editions: { type: 'array', maxItems: 60, items: edition } },
  ['zone', 'defaultLang', 'editions'],
);
export const deskSchema = {
  type: 'array',
  maxItems: 100,
  items: object({ slug, name: text, stages: named(slug) }, ['slug', 'name', 'stages']),
};

const templateText = { type: 'string', maxLength: 2_000 };
const templateWords = object(
  {
    lang: { type: ['string', 'null'], pattern: '^[a-z]{2,3}$' },
    headline: templateText,
    lead: templateText,
    body: { type: 'array', maxItems: 200, items: templateText },
    dateline: text,
    credit: text,
  },
  ['lang', 'headline', 'lead', 'body', 'dateline', 'credit'],
);

export const templateSchema = {
  type: 'array',
  maxItems: 200,
  items: object(
    {
      id: slug,
      name: text,
      desk: { type: ['string', 'null'], pattern: slug.pattern, maxLength: slug.maxLength },
      priority: { type: 'integer', minimum: 1, maximum: 9 },
      words: { type: 'array', maxItems: 60, items: templateWords },
    },
    ['id', 'name', 'desk', 'priority', 'words'],
  ),
};

const eachScheme = (value: object) => object({ light: value, dark: value }, ['light', 'dark']);

export const lookSchema = object(
  {
    colours: eachScheme({ type: ['string', 'null'], maxLength: 20 }),
    logos: eachScheme({ type: ['string', 'null'], pattern: '^[0-9a-f]{64}$' }),
  },
  ['colours', 'logos'],
);

export const machineSchema = object(
  {
    models: object(Object.fromEntries(modelUses.map((use) => [use, { type: 'boolean' }])), [...modelUses]),
    feeds: { enum: ['full', 'summary'] },
    securityContact: text,
  },
  ['models', 'feeds', 'securityContact'],
);

/** One for each language, by its BCP 47 primary subtag. */
const byLanguage = (value: object) => ({
  type: 'object',
  propertyNames: { pattern: '^[a-z]{2,3}$' },
  additionalProperties: value,
});

export const spellingSchema = byLanguage({
  type: 'array',
  maxItems: 5_000,
  items: object({ before: text, after: text }, ['before', 'after']),
});

export const styleSchema = byLanguage(
  object(
    {
      off: { type: 'array', maxItems: 20, items: { type: 'string', maxLength: 20 } },
      quotes: { enum: ['double', 'single', 'angle', null] },
    },
    ['off', 'quotes'],
  ),
);

export const roleSchema = object(
  Object.fromEntries(roles.map((role) => [role, byLanguage({ type: 'string', maxLength: 60 })])),
);

const pageText = object({ title: text, text: { type: 'string', maxLength: 20_000 } }, ['title', 'text']);

/** Of a topic: a sentence or two. */
const longestTopicText = 600;

const byEdition = (value: object) => ({
  type: 'object',
  maxProperties: 60,
  propertyNames: { pattern: '^[a-z]{2,3}(-[a-z0-9]{2,8})*$' },
  additionalProperties: value,
});

export const pagesSchema = object(
  {
    oldAfterDays: { type: 'integer', minimum: 0, maximum: 3_650 },
    keepsPages: { type: 'boolean' },
    texts: byEdition(object(Object.fromEntries(agencyPageNames.map((name) => [name, pageText])))),
    topics: object(
      Object.fromEntries(topicKinds.map((kind) => [kind, { type: 'array', maxItems: 2_000, items: text }])),
      [...topicKinds],
    ),
    topicTexts: byEdition({
      type: 'object',
      maxProperties: 2_000,
      propertyNames: { maxLength: 300 },
      additionalProperties: { type: 'string', maxLength: longestTopicText },
    }),
  },
  ['oldAfterDays', 'keepsPages', 'texts', 'topics', 'topicTexts'],
);
