/** A body as plain text: its own words in their order, nothing added, nothing glued. */
import type { Block, Cell, Inline, List, ListItem, Paragraph, StoryText } from './story-text.ts';

/**
 * Blocks are parted by a blank line, list items and table rows by a line, cells by a tab; a line break is a line.
 * A picture is its caption and its credit. No bullet or number is added. Empty string: the body has no words.
 */
export function plainText(body: StoryText): string {
  return body.content
    .map(blockText)
    .filter((text) => text !== '')
    .join('\n\n');
}

function blockText(block: Block): string {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return inlineText(block.content);
    case 'quote':
      return block.content.map((paragraph) => inlineText(paragraph.content)).join('\n');
    case 'list':
      return listText(block);
    case 'image':
      return [block.attrs.caption, block.attrs.credit].filter((text) => text !== '').join('\n');
    case 'table':
      return block.content.map((row) => row.content.map(cellText).join('\t')).join('\n');
  }
}

function listText(list: List): string {
  return list.content.map(itemText).join('\n');
}

function itemText(item: ListItem): string {
  return item.content
    .map((part: Paragraph | List) => (part.type === 'list' ? listText(part) : inlineText(part.content)))
    .join('\n');
}

/** One line, so that a row stays a row. */
function cellText(cell: Cell): string {
  return cell.content.map((paragraph) => inlineText(paragraph.content).replaceAll('\n', ' ')).join(' ');
}

function inlineText(content: Inline[] | undefined): string {
  return (content ?? []).map((inline) => (inline.type === 'break' ? '\n' : inline.text)).join('');
}
