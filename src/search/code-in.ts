/** A story's code in a question: alone, as pages print it in any language, or in the address of the story. Pure. */
import { wordsOf } from '../site/words/catalogue.ts';
import type { CatalogueLang } from '../site/words/plurals.ts';
import { pluralCategories } from '../site/words/plurals.ts';
import { isCode } from './asked-search.ts';
import { foldLetters } from './fold-letters.ts';
import type { Question } from './question.ts';

/** What stands before a code: "No. 172". Folded as words are, without signs. */
const labels = new Set(
  (Object.keys(pluralCategories) as CatalogueLang[]).map((lang) => bare(foldLetters(wordsOf(lang).code('')))),
);
const address = /^https?:\/\/[^/\s]+(?:\/[a-z\d-]+)?\/(\d+)(?:[/.?#].*)?$/i;

/** Null: the question is none, or more. */
export function codeIn({ groups }: Question): number | null {
  const terms = groups.map((group) => (group.length === 1 ? group[0] : undefined));
  if (terms.length === 0 || terms.length > 2 || terms.some((term) => !term || term.not)) return null;
  const said = terms.map((term) => foldLetters(term?.text ?? ''));
  const [label, figures] = said.length === 2 ? said : ['', said[0]];
  const code = address.exec(figures ?? '')?.[1] ?? (figures ?? '').replace(/^(?:#|no\.?(?=\d))/, '');
  return (label === '' || labels.has(bare(label ?? ''))) && isCode(code) ? Number(code) : null;
}

function bare(label: string): string {
  return label.replace(/[^\p{L}\p{N}]/gu, '');
}
