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
  'thread',
  'byline',
  'bylines',
  'subjects',
  'headline',
  'lead',
  'credit',
  'dateline',
  'picture',
  'plain',
  'search',
  'telling',
  'act_id',
];

/** SQL: stories that a law has removed. No list of the past says what they were about. */
export const removedStories = `select withheld.story_id from withheld join acts on acts.id = withheld.act_id
  where acts.state = 'removed'`;

/** What of it is wanted: SQL over the columns of `published`, so that each half of the past is cut by itself. */
export type Wanted = {
  /** A condition. */
  where: string;
  /** Order and limit; empty: all of it. */
  tail?: string;
};

/**
 * SQL of a relation with the columns of `published`, and `gone` for what readers do not get any more.
 * @param moment null: now. @param value makes a parameter of a value.
 */
export function publicAt(
  moment: PastMoment | null,
  value: (one: unknown) => string,
  { where, tail = '' }: Wanted,
): string {
  const some = `select ${columns.join(', ')}`;
  if (!moment) return `(${some}, null::jsonb as gone from published where ${where} ${tail})`;
  const [from, until] =
    moment.clock === 'effective' ? ['from_at', 'until_at'] : ['from_acted', 'until_acted'];
  const at = value(moment.at);
  // A story's place in lists is never later than any of its spans, on both clocks: with it the index stops at the moment.
  const then = `${where} and ${from} <= ${at} and effective_at <= ${at}`;
  return `(select half.*, ${goneOf('half.story_id')} as gone from (
      (${some} from published where ${then} ${tail})
      union all
      (${some} from past_published where ${then} and ${until} > ${at} ${tail})) as half)`;
}

/** The act by which readers lost the story, and since when: later ones may have left it so. Null: they get it. */
function goneOf(storyId: string): string {
  return `(select jsonb_build_object('state', act.state, 'at', act.acted_at, 'reasonClass', act.reason_class,
        'actId', newest.id)
      from withheld join acts as newest on newest.id = withheld.act_id, acts as act
      where withheld.story_id = ${storyId} and act.story_id = ${storyId} and act.state = newest.state
        and act.id > coalesce((select max(id) from acts as other
          where other.story_id = ${storyId} and other.state <> newest.state), 0)
      order by act.id limit 1)`;
}
