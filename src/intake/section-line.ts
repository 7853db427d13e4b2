/** Which part of the site a story stands in, where a line or a trail of links says so. */
import { textOf } from './dom.ts';
import { sameWords } from './same-words.ts';

const labelled =
  /^(?:section|category|service|desk|سرویس|گروه|حوزه|دسته ?بندی|القسم|قسم|раздел|рубрика|категория|rubrique|catégorie|rubrik|ressort|kategorie|sección|categoría|sezione|kategori|栏目)\s*[:：]\s*(.{2,40})$/iu;
const home =
  /^(?:home|homepage|front page|start|accueil|startseite|inicio|главная|خانه|صفحه نخست|صفحه اصلی|الرئيسية|home page|news)$/iu;

/** The section in a line such as "Category: Economy", or an empty string. */
export function readSection(lines: readonly string[]): string {
  for (const line of lines) {
    const name = line.length <= 70 ? labelled.exec(line.trim())?.[1] : undefined;
    if (name) return (name.split(/\s*[>»›/|]\s*/).at(-1) ?? '').trim();
  }
  return '';
}

/** The last link of a page's trail from its front page that is not the story itself, or an empty string. */
export function trailSection(document: Document, headline: string): string {
  const links = [
    ...document.querySelectorAll(
      '[class*="breadcrumb"] a, [id*="breadcrumb"] a, nav[aria-label*="readcrumb"] a, a[rel~="category"]',
    ),
  ];
  const names = links
    .map(textOf)
    .filter((name) => name !== '' && name.length <= 40 && !home.test(name) && !sameWords(name, headline));
  return names.at(-1) ?? '';
}
