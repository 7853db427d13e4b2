/** Lines that say who wrote a story, or whose story it is. */

const writer =
  /^(?:(?:written |reported |report |reporting |words |story )?by|par|von|por|di|door|автор(?:ы)?|корреспондент|نویسنده|نوشته(?:‌ی| ی)?|گزارش از|خبرنگار|بقلم|كتب|كتبت|تقرير|מאת|yazan|autor(?:a|es)?|auteurs?|author|reporter|记者|作者)\s*[:：]?\s+(.{2,90})$/iu;
const source =
  /^(?:source|sources|credit|quelle|fuente|fonte|منبع|ماخذ|مأخذ|المصدر|مصدر|источник|kaynak|מקור|来源)\s*[:：]\s*(.{2,60}?)\.?$/iu;

/** The names in a line such as "By Jane Roe | 5 August 2017" or "Von Max Muster", or null for any other line. */
export function readByline(line: string): { byline: string; agency: string } | null {
  const text = line.trim();
  if (text.length > 140) return null;
  const names = writer.exec(text)?.[1];
  if (!names) return null;
  const bare = (
    names.split(
      /\s*[|•·]\s*|,?\s+(?=publi|posted|updated|mis à jour|veröff|опубл)|\s+[–—-]\s+|,\s*(?=\d|(?:mon|tues|wednes|thurs|fri|satur|sun)day\b)/iu,
    )[0] ?? ''
  )
    .replace(/[,.;:]+$/, '')
    .trim();
  const [who, ...rest] = bare.split(/,\s+/);
  if (!who || !namesPeople(who) || /[.!?]\s/.test(bare)) return null;
  const last = rest.at(-1) ?? '';
  const agency = /press|news|agenc|reuters|afp|tass|times|post|staff writer|correspondent/i.test(last)
    ? last
    : '';
  const people = agency ? [who, ...rest.slice(0, -1)].join(', ') : bare;
  return {
    byline: people.replace(/^:\s*/, ''),
    agency: /staff writer|correspondent/i.test(agency) ? '' : agency,
  };
}

/** The name in a line such as "Source: Reuters", or null for any other line. */
export function readSource(line: string): string | null {
  const name = source.exec(line.trim())?.[1]?.trim();
  return name && name.split(' ').length <= 5 ? name : null;
}

/** Every word a name's, small words between them allowed: "by John Smith" but not "by then". */
function namesPeople(text: string): boolean {
  const words = text.split(/\s+/);
  if (words.length > 9) return false;
  return words.every(
    (word) =>
      /^[\p{Lu}\p{Lo}"“(@]/u.test(word) ||
      /^(?:and|et|und|y|e|i|и|ve|de|del|di|da|van|von|der|den|la|le|bin|al-.*|el-.*|in|for|at|of|the|en|à|&|د\.?)$/iu.test(
        word,
      ),
  );
}
