/** What the desk's requests look like, checked at the door. The text of a story is checked by its own schema after that. */
import { actKinds } from '../record/act.ts';

export function object(properties: Record<string, object>, required: string[] = []) {
  return { type: 'object', properties, required, additionalProperties: false };
}

const text = { type: 'string' };
const slug = { type: 'string', pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', maxLength: 60 };
const lang = { type: 'string', pattern: '^[a-z0-9-]+$', maxLength: 35 };
const id = { type: 'integer', minimum: 1, maximum: Number.MAX_SAFE_INTEGER };
/** RFC 3339: a day that exists, and its offset; no leap second, for which a clock has no place. */
export const time = { type: 'string', maxLength: 40, format: 'date-time', pattern: '^[^:]*:[^:]*:[0-5]' };
const tab = { type: 'string', minLength: 1, maxLength: 80 };
const revision = { type: 'integer', minimum: 0 };

const fields = object(
  {
    headline: text,
    lead: text,
    body: { type: 'object' },
    dateline: text,
    credit: text,
    byline: text,
    section: text,
    topics: { type: 'array', maxItems: 200, items: object({ slug: text, name: text }, ['slug', 'name']) },
    // A tab that was opened before stories had them sends none.
    subjects: {
      type: 'array',
      maxItems: 100,
      items: object({ code: text, name: text }, ['code', 'name']),
      default: [],
    },
    thread: {
      anyOf: [object({ slug: text, name: text }, ['slug', 'name']), { type: 'null' }],
      default: null,
    },
  },
  ['headline', 'lead', 'body', 'dateline', 'credit', 'byline', 'section', 'topics'],
);

export const schemas = {
  start: object(
    {
      lang,
      desk: slug,
      template: slug,
      from: object({ id, as: { enum: ['copy', 'follow-up', 'translation'] } }, ['id', 'as']),
      flash: { type: 'boolean' },
    },
    ['lang', 'desk'],
  ),
  save: object({ fields, revision, tab }, ['fields', 'revision', 'tab']),
  copy: object({ fields, why: { enum: ['take-over', 'saved-since'] } }, ['fields', 'why']),
  discard: object({ revision }, ['revision']),
  place: object({
    desk: slug,
    stage: slug,
    priority: { type: 'integer', minimum: 1, maximum: 9 },
    slug: { type: 'string', maxLength: 100 },
    legal: { type: 'boolean' },
    embargoUntil: { anyOf: [time, { type: 'null' }] },
  }),
  note: object({ text: { type: 'string', minLength: 1, maxLength: 5_000, pattern: '\\S' } }, ['text']),
  open: object({ tab, write: { type: 'boolean' }, take: { type: 'boolean' } }, ['tab', 'write']),
  act: object(
    {
      kind: { enum: actKinds },
      reasonClass: { type: 'string', maxLength: 60 },
      note: { type: 'string', maxLength: 5_000 },
      basedOn: { anyOf: [id, { type: 'null' }] },
      revision,
      replacement: { anyOf: [id, { type: 'null' }] },
      fields: { type: 'array', maxItems: 20, items: { type: 'string', maxLength: 40 } },
      at: time,
      embargo: { type: 'boolean' },
      flash: { type: 'boolean' },
      now: { type: 'boolean' },
    },
    ['kind', 'basedOn'],
  ),
  preview: object({ fields, as: { enum: ['full', 'lite', 'print', 'feed', 'wire'] } }, ['fields', 'as']),
  paste: object({ html: text, text, lang }, ['lang']),
  glued: object({ texts: { type: 'array', maxItems: 5_000, items: text }, lang }, ['texts', 'lang']),
  dates: object(
    {
      // A tab that was opened before they were looked at sends none.
      headline: { ...text, default: '' },
      lead: { ...text, default: '' },
      body: { type: 'object' },
      lang,
    },
    ['body', 'lang'],
  ),
  /** Each asked once; what else an address may say, nobody hears. */
  query: (...names: string[]) => ({
    type: 'object',
    properties: Object.fromEntries(names.map((name) => [name, text])),
  }),
  params: {
    type: 'object',
    properties: { id, scheduled: id, version: { type: 'integer', minimum: 1, maximum: 2_147_483_647 } },
  },
};
