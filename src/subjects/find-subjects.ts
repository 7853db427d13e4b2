/** Finds subjects as somebody types: by a name, by its English one, or by a code. Pure. */
import type { SubjectJson } from './subject-api.ts';

export type Vocabulary = ReadonlyMap<string, SubjectJson>;

export function vocabularyOf(subjects: readonly SubjectJson[]): Vocabulary {
  return new Map(subjects.map((subject) => [subject.code, subject]));
}

/** From the top down to the subject itself, which need not be known. */
export function pathTo(code: string, vocabulary: Vocabulary): SubjectJson[] {
  const path: SubjectJson[] = [];
  for (let at = vocabulary.get(code); at && !path.includes(at); at = vocabulary.get(at.broader ?? ''))
    path.unshift(at);
  return path;
}

/** The best first. What is retired is found by its whole code alone, so that nobody wonders where it is. */
export function findSubjects(vocabulary: Vocabulary, asked: string, limit: number): SubjectJson[] {
  const words = folded(asked);
  if (words === '') return [];
  const found: { subject: SubjectJson; rank: number; depth: number }[] = [];
  for (const subject of vocabulary.values()) {
    if (subject.retired !== null && subject.code !== words) continue;
    const rank = rankOf(subject, words);
    if (rank !== null) found.push({ subject, rank, depth: pathTo(subject.code, vocabulary).length });
  }
  found.sort((a, b) => a.rank - b.rank || a.depth - b.depth || a.subject.name.localeCompare(b.subject.name));
  return found.slice(0, limit).map(({ subject }) => subject);
}

/** 0: begins with it; 1: each word begins one of its; 2: has each word; null: is not meant. */
function rankOf({ code, name, english }: SubjectJson, words: string): number | null {
  if (/^\d+$/.test(words)) return code.startsWith(words) ? 0 : null;
  const asked = words.split(' ');
  const ranks = [name, english].flatMap((label) => {
    const text = folded(label);
    if (text.startsWith(words)) return [0];
    if (!asked.every((word) => text.includes(word))) return [];
    const begun = text.split(/[^\p{L}\p{N}]+/u);
    return [asked.every((word) => begun.some((one) => one.startsWith(word))) ? 1 : 2];
  });
  return ranks.length === 0 ? null : Math.min(...ranks);
}

/** One spelling for what is written in many: no marks, no half spaces, one kind of digits and of Arabic letters. */
function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\u200c\u200d]/gu, '')
    .toLowerCase()
    .replaceAll('ي', 'ی')
    .replaceAll('ك', 'ک')
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/\s+/g, ' ')
    .trim();
}
