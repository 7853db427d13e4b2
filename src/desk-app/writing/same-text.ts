/** Whether two texts are the same, field by field, whatever the order in which their attributes stand. Pure. */
import { fieldNames, type StoryFields } from '../../stories/story.ts';

export function sameFields(a: StoryFields, b: StoryFields): boolean {
  return differingFields(a, b).length === 0;
}

export function differingFields(a: StoryFields, b: StoryFields): (keyof StoryFields)[] {
  return fieldNames.filter((name) => canonical(a[name]) !== canonical(b[name]));
}

/** As text, for a comparison: what is null, false or empty may as well be absent, as the schema's defaults are. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (key, part: unknown) => {
    if (part === null || part === false || (key === 'content' && Array.isArray(part) && part.length === 0))
      return undefined;
    if (typeof part !== 'object' || Array.isArray(part)) return part;
    const entries = Object.entries(part as object).sort(([one], [other]) => (one < other ? -1 : 1));
    const kept = entries.filter(
      ([name, one]) => one !== null && one !== false && !(name === 'attrs' && isBare(one)),
    );
    return Object.fromEntries(kept);
  });
}

function isBare(attrs: unknown): boolean {
  return (
    typeof attrs === 'object' &&
    attrs !== null &&
    Object.values(attrs).every((one) => one === null || one === false)
  );
}
