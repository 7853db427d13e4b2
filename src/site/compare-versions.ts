/** Two versions of one story, field by field. Pure. */
import type { Version } from '../record/version-store.ts';
import { fieldNames, type StoryFields, wholeFields } from '../stories/story.ts';
import { bodyDifference } from '../text/body-difference.ts';
import { wordDifference } from '../text/word-difference.ts';
import type { FieldDifference } from './record-data.ts';

type Names = { lang: string; sectionName: (slug: string) => string };

/** In the order of the story. Fields that are the same in both are not in it. */
export function compareVersions(from: Version, to: Version, names: Names): FieldDifference[] {
  return fieldNames.flatMap((field) => compareField(field, from, to, names) ?? []);
}

function compareField(
  field: keyof StoryFields,
  from: Version,
  to: Version,
  names: Names,
): FieldDifference | null {
  const gaps = [from, to].flatMap(({ version, gaps }) => {
    const gap = gaps.find((one) => one.field === field);
    return gap ? [{ version, gap }] : [];
  });
  if (gaps.length > 0) return { field, kind: 'gap', gaps };
  const [older, newer] = [wholeFields(from.fields), wholeFields(to.fields)];
  if (JSON.stringify(older[field]) === JSON.stringify(newer[field])) return null;
  if (field === 'body') {
    const blocks = bodyDifference(older.body, newer.body, names.lang);
    const isWorded = blocks.some(({ change }) => change !== 'same' && change !== 'marks');
    return isWorded ? { field, kind: 'body', blocks } : { field, kind: 'marks' };
  }
  const [before, after] = [older, newer].map((fields) => textOf(field, fields, names)) as [string, string];
  return before === after
    ? { field, kind: 'marks' }
    : { field, kind: 'words', pieces: wordDifference(before, after, names.lang) };
}

function textOf(field: Exclude<keyof StoryFields, 'body'>, fields: StoryFields, names: Names): string {
  if (field === 'topics' || field === 'subjects') return fields[field].map(({ name }) => name).join(' · ');
  if (field === 'thread') return fields.thread?.name ?? '';
  return field === 'section' ? names.sectionName(fields.section) : fields[field];
}
