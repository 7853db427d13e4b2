/** The parts of a concept as files write them. @throws UnfitVocabulary, naming where it stands. */
import { isSubjectCode, longestName } from '../stories/story.ts';
import { UnfitVocabulary } from './unfit-vocabulary.ts';

/** Where the IPTC keeps the Media Topics; also written with https. */
const place = /^https?:\/\/cv\.iptc\.org\/newscodes\/mediatopic\/(\d{8})\/?$/;

/** A code as such, as the IPTC's address of it, or as a QCode: "medtop:15000000". */
export function readCode(said: unknown, where: string): string {
  const text = typeof said === 'string' ? said.trim() : '';
  const code = place.exec(text)?.[1] ?? text.replace(/^medtop:/, '');
  if (!isSubjectCode(code))
    throw new UnfitVocabulary(
      `${where}: “${text.slice(0, 80)}” is no code of a Media Topic, of eight figures.`,
    );
  return code;
}

/** Tags that the IPTC's files have for Swedish and Danish. */
const ownTags: Record<string, string> = { se: 'sv', dk: 'da' };

/**
 * Names by language; those that are empty are left out. At least one is left. A name of a region (en-GB) stands for the
 * language at large where there is none for that.
 */
export function readLabels(said: Record<string, unknown>, where: string): Record<string, string> {
  const labels: Record<string, string> = {};
  for (const [stated, value] of Object.entries(said)) {
    const tag = stated.trim().toLowerCase();
    const lang = ownTags[tag] ?? tag;
    if (!/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/.test(lang))
      throw new UnfitVocabulary(`${where}: “${stated.slice(0, 40)}” is no language tag.`);
    if (typeof value !== 'string') throw new UnfitVocabulary(`${where}: its name in “${lang}” is no text.`);
    const name = value.replace(/\s+/g, ' ').trim();
    if (name.length > longestName)
      throw new UnfitVocabulary(`${where}: its name in “${lang}” is longer than ${longestName} letters.`);
    if (name !== '') labels[lang] = name;
  }
  if (Object.keys(labels).length === 0) throw new UnfitVocabulary(`${where}: it has no name.`);
  for (const [lang, name] of Object.entries(labels)) labels[lang.split('-', 1)[0] as string] ??= name;
  return labels;
}

/** A day, with or without a time after it. Null: not retired. */
export function readRetired(said: unknown, where: string): string | null {
  if (said === undefined || said === null || said === '' || said === false) return null;
  const day = typeof said === 'string' ? (/^\d{4}-\d{2}-\d{2}(?=$|T)/.exec(said.trim())?.[0] ?? '') : '';
  const at = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== day)
    throw new UnfitVocabulary(`${where}: it is retired on “${String(said).slice(0, 40)}”, which is no day.`);
  return day;
}

/** The item of Wikidata among addresses or names of the same thing elsewhere. */
export function readWikidata(said: readonly unknown[]): string | null {
  for (const one of said) {
    const item =
      typeof one === 'string'
        ? /^(?:https?:\/\/(?:www\.)?wikidata\.org\/(?:entity|wiki)\/|wd:)?(Q\d{1,12})$/.exec(one.trim())
        : null;
    if (item?.[1]) return item[1];
  }
  return null;
}
