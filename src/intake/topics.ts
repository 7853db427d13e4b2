/** What a page says its story is about: its tags and keywords. */
import { textOf } from './dom.ts';
import { isFurniture } from './furniture.ts';

export type Topic = { slug: string; name: string };

const mostTopics = 40;
const tagLine =
  /^(?:tags?|keywords?|topics?|filed under|labels|برچسب(?:‌| )?ها|برچسب|کلیدواژه(?:‌| )?ها|کلید واژه(?:‌| )?ها|الوسوم|وسوم|الكلمات (?:المفتاحية|الدلالية)|كلمات مفتاحية|теги?|тэги?|ключевые слова|метки|mots[- ]clés|étiquettes|thèmes|schlagwörter|schlagworte|stichwörter|themen|etiquetas|temas|palabras clave|etiketler|标签|关键词)\s*[:：]\s*(.+)$/iu;

/** Topics under their names, each once, with a slug made of the name's own letters. */
export function topicsOf(names: readonly string[]): Topic[] {
  const topics = new Map<string, Topic>();
  for (const stated of names) {
    const name = stated.replace(/^#/, '').replace(/_/g, ' ').replace(/\s+/g, ' ').trim();
    const slug = slugOf(name);
    if (slug === '' || name.length > 80 || name.split(' ').length > 8 || topics.has(slug)) continue;
    topics.set(slug, { slug, name });
    if (topics.size >= mostTopics) break;
  }
  return [...topics.values()];
}

/** A name as part of an address: small letters, digits and hyphens; letters of any script stay. */
export function slugOf(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ي', 'ی')
    .replaceAll('ك', 'ک')
    .replace(/['’.]/g, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
}

/** The names in a line such as "Tags: trade, harbour", or null for any other line. */
export function readTagLine(line: string): string[] | null {
  const names = tagLine.exec(line.trim())?.[1];
  if (!names || line.length > 600) return null;
  return names.split(/\s*[,،;、|•·#]\s*|\s+-\s+/u).filter((name) => name !== '');
}

/** The names of a page's own tag links. */
export function tagLinks(document: Document): string[] {
  const links = document.querySelectorAll(
    'a[rel~="tag"], [class~="tags"] a, [class~="tag-list"] a, [class~="article-tags"] a, [class~="article__tags"] a, [class~="post-tags"] a, [class~="entry-tags"] a, [class~="tags-links"] a, [class~="keywords"] a, [class~="topics"] a, [id="tags"] a',
  );
  return [...links]
    .filter((link) => !/\bcategory\b/.test(link.getAttribute('rel') ?? ''))
    .map((link) => textOf(link))
    .filter((name) => name !== '' && name.length <= 60 && !isFurniture(name))
    .slice(0, mostTopics);
}
