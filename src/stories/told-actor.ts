/**
 * Whom readers are told to have acted. Acts are signed in the record with the name of a person's account, which is nobody's
 * business outside: readers are told it where the story's byline names the person anyway, and else of the desk.
 */
import { bylineSlugs } from './byline-names.ts';
import { slugOf } from './slug-of.ts';

/** In the language of the story; `byline` as it was at that act, empty: it had none, or readers do not get it. */
type Signed = { byline: string; lang: string };

/** What stands in the record in place of a name where no person acted. */
const nobody = ['desk', 'import', 'sample'];

/** `person`: by name. */
export function toldAs(by: string, { byline, lang }: Signed): 'desk' | 'agency' | 'person' {
  if (by === 'sample') return 'agency';
  return !nobody.includes(by) && bylineSlugs(byline, lang).includes(slugOf(by)) ? 'person' : 'desk';
}

/** Whether readers may have the word itself that an act is signed with. */
export function isTold(by: string, story: Signed): boolean {
  return nobody.includes(by) || toldAs(by, story) === 'person';
}
