/** The languages that the agency writes, each once: rules of writing are by language, not by edition. */
import type { DeskSetup } from '../../desk/desk-api.ts';
import type { Direction } from '../../text/story-text.ts';

/** `lang`: BCP 47 primary subtag. `name`: of the first edition in it, in its own words. */
export type WrittenLanguage = { lang: string; name: string; dir: Direction };

export function writtenLanguages(editions: DeskSetup['editions']): WrittenLanguage[] {
  const languages = new Map<string, WrittenLanguage>();
  for (const { lang: tag, name, dir } of editions) {
    const lang = tag.split('-')[0] ?? '';
    if (!languages.has(lang)) languages.set(lang, { lang, name, dir });
  }
  return [...languages.values()];
}
