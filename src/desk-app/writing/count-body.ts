/** Counts of a body that is being written: each block is counted once, and again only when it has changed. */
import type { Node } from '@tiptap/pm/model';
import { lengthOf, wordsIn } from './count-text.ts';

export type Counts = { characters: number; words: number };

/** Blocks of a document never change; a changed one is another object. */
const counted = new WeakMap<Node, Counts>();

export function countBody(doc: Node, lang: string): Counts {
  let characters = 0;
  let words = 0;
  doc.forEach((block) => {
    const counts = counted.get(block) ?? countBlock(block, lang);
    counted.set(block, counts);
    characters += counts.characters;
    words += counts.words;
  });
  return { characters, words };
}

function countBlock(block: Node, lang: string): Counts {
  const text = block.isTextblock
    ? block.textBetween(0, block.content.size, '\n', '\n')
    : block.textBetween(0, block.content.size, '\n', '\n');
  const own = typeof block.attrs.lang === 'string' ? block.attrs.lang : lang;
  return { characters: lengthOf(text, own), words: wordsIn(text, own) };
}
