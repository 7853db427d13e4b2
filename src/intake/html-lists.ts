/** Lists and quotes of a page as blocks of a body. */
import type { Block, BlockAttrs, List, ListItem, Paragraph } from '../text/story-text.ts';
import { tagOf } from './dom.ts';
import { type BodyContext, htmlToBlocks } from './html-to-body.ts';
import { blockText } from './inline-text.ts';

/** A `<ul>` or `<ol>` as a list; pictures inside it follow it. */
export function readList(element: Element, context: BodyContext, attrs: BlockAttrs): Block[] {
  const items: ListItem[] = [];
  const after: Block[] = [];
  for (const child of element.children) {
    const blocks = htmlToBlocks(child, context);
    after.push(...blocks.filter((block) => block.type === 'image'));
    const content = blocks.flatMap((block): ListItem['content'] =>
      block.type === 'list' ? [block] : asParagraphs(block),
    );
    if (content.length > 0) items.push({ type: 'item', content });
  }
  const list: List = { type: 'list', attrs: { ...attrs, ordered: tagOf(element) === 'ol' }, content: items };
  return items.length > 0 ? [list, ...after] : after;
}

/** Blocks inside a `<blockquote>` as a quote; pictures inside it follow it. */
export function readQuote(blocks: readonly Block[], attrs: BlockAttrs): Block[] {
  const content = blocks.flatMap(asParagraphs);
  const after = blocks.filter((block) => block.type === 'image');
  if (content.length === 0) return after;
  return [
    Object.keys(attrs).length > 0 ? { type: 'quote', attrs, content } : { type: 'quote', content },
    ...after,
  ];
}

/** Any block as plain paragraphs, for places that hold only those. */
export function asParagraphs(block: Block): Paragraph[] {
  if (block.type === 'paragraph') return [block];
  if (block.type === 'heading') return [{ type: 'paragraph', content: block.content ?? [] }];
  if (block.type === 'quote') return block.content;
  if (block.type === 'image') return [];
  if (block.type === 'list') return block.content.flatMap((item) => item.content.flatMap(asParagraphs));
  const text = blockText(block);
  return text === '' ? [] : [{ type: 'paragraph', content: [{ type: 'text', text }] }];
}
