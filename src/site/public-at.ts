/** What was public at a moment, as a relation for lists and search: the site is a function of the record and a moment. */

/**
 * A past moment. `effective`: as readers could have seen it, stated times of imported stories believed. `recorded`: as this
 * installation had it in its record by then.
 */
export type PastMoment = { clock: 'effective' | 'recorded'; at: Date };

const columns = [
  'story_id',
  'code',
  'lang',
  'version',
  'effective_at',
  'updated_at',
  'section',
  'topics',
  'byline',
  'headline',
  'lead',
  'credit',
  'dateline',
  'picture',
  'plain',
  'search',
  'act_id',
];

/**
 * SQL of a relation with the columns of `published`, and `gone` for what readers do not get any more.
 * @param moment null: now. @param value makes a parameter of a value.
 */
export function publicAt(moment: PastMoment | null, value: (one: unknown) => string): string {
  const now = `(select ${columns.join(', ')}, null::jsonb as gone from published`;
  if (!moment) return `${now})`;
  const [from, until] =
    moment.clock === 'effective' ? ['from_at', 'until_at'] : ['from_acted', 'until_acted'];
  const at = value(moment.at);
  return `${now} where ${from} <= ${at}
    union all
    select ${columns.map((name) => `past.${name}`).join(', ')}, (select jsonb_build_object('state', acts.state,
        'at', acts.acted_at, 'reasonClass', acts.reason_class, 'actId', acts.id)
      from withheld join acts on acts.id = withheld.act_id where withheld.story_id = past.story_id) as gone
    from past_published as past where ${from} <= ${at} and ${until} > ${at})`;
}
