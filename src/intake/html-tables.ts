/** Tables of a page: those of data become tables of the body, those that only lay out the page give way to their content. */
import type { Block, BlockAttrs, Cell, Paragraph, Row } from '../text/story-text.ts';
import { tagOf, textOf } from './dom.ts';
import { asParagraphs } from './html-lists.ts';
import { type BodyContext, htmlToBlocks } from './html-to-body.ts';

/** A data table as blocks, or null for a table that is only layout. */
export function readTable(element: Element, context: BodyContext, attrs: BlockAttrs): Block[] | null {
  if (isLayout(element)) return null;
  const rows: Row[] = [];
  for (const row of element.querySelectorAll('tr')) {
    const cells = [...row.children]
      .filter((cell) => /^t[dh]$/.test(tagOf(cell)))
      .map((cell) => readCell(cell, context));
    if (cells.length > 0) rows.push({ type: 'row', content: cells });
  }
  const caption = textOf(element.querySelector('caption'));
  const table: Block =
    Object.keys(attrs).length > 0
      ? { type: 'table', attrs, content: rows }
      : { type: 'table', content: rows };
  if (rows.length === 0) return [];
  return caption ? [{ type: 'paragraph', content: [{ type: 'text', text: caption }] }, table] : [table];
}

function isLayout(table: Element): boolean {
  if (/presentation|none/.test(table.getAttribute('role') ?? '')) return true;
  if (table.querySelector('table, form, h1, h2, figure, iframe, article')) return true;
  const rows = [...table.querySelectorAll('tr')];
  const widths = rows.map((row) => [...row.children].filter((cell) => /^t[dh]$/.test(tagOf(cell))).length);
  if (rows.length < 2 || Math.max(0, ...widths) < 2) return true;
  return [...table.querySelectorAll('td, th')].some(
    (cell) => textOf(cell).length > 350 || cell.querySelectorAll('p').length > 1,
  );
}

function readCell(cell: Element, context: BodyContext): Cell {
  const inner: Paragraph[] = htmlToBlocks(cell, context).flatMap(asParagraphs);
  const content = inner.length > 0 ? inner : [{ type: 'paragraph' as const }];
  return { type: 'cell', attrs: { header: tagOf(cell) === 'th' }, content };
}
