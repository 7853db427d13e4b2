/** Inline content of a block: runs of text with marks, joined and spaced as a browser would show them. */
import type { Block, Inline, Mark, Paragraph } from '../text/story-text.ts';

const order: Mark['type'][] = ['link', 'strong', 'emphasis', 'topic', 'date'];

/** Marks with one more, in the schema's order; a kind that is already there is not added again. */
export function withMark(marks: readonly Mark[], mark: Mark): Mark[] {
  if (marks.some((other) => other.type === mark.type)) return [...marks];
  return [...marks, mark].sort((a, b) => order.indexOf(a.type) - order.indexOf(b.type));
}

/** Collapses white space across runs, trims both ends, joins equal neighbours. No space is lost between words. */
export function tidyInline(content: readonly Inline[]): Inline[] {
  const out: { parts: string[]; marks: Mark[] | undefined }[] = [];
  // A line break is a run of its own: the text "\n". Spaces wait until a word follows them.
  let space: { marks: Mark[] | undefined } | null = null;
  let atStart = true;
  const add = (text: string, marks: Mark[] | undefined) => {
    const last = out.at(-1);
    if (last && last.parts[0] !== '\n' && sameMarks(last.marks, marks)) last.parts.push(text);
    else out.push({ parts: [text], marks });
  };
  for (const item of content) {
    if (item.type === 'break') {
      if (out.length > 0 && out.at(-1)?.parts[0] !== '\n') out.push({ parts: ['\n'], marks: undefined });
      space = null;
      atStart = true;
      continue;
    }
    const text = item.text.replace(/[\u200b\u00ad\ufeff]/g, '').replace(/[\s\u00a0]+/g, ' ');
    if (text === '') continue;
    if (text.startsWith(' ') && !atStart) space ??= { marks: item.marks };
    const words = text.trim();
    if (words === '') continue;
    if (space) add(' ', space.marks);
    add(words, item.marks);
    space = text.endsWith(' ') ? { marks: item.marks } : null;
    atStart = false;
  }
  if (out.at(-1)?.parts[0] === '\n') out.pop();
  return out.map(({ parts, marks }) => {
    if (parts[0] === '\n') return { type: 'break' };
    const text = parts.join('');
    return marks?.length ? { type: 'text', text, marks } : { type: 'text', text };
  });
}

/** The plain text of inline content; a line break reads as a space. */
export function inlineText(content: readonly Inline[] | undefined): string {
  return (content ?? []).map((item) => (item.type === 'text' ? item.text : ' ')).join('');
}

/** The plain text of a block, its inner paragraphs joined with spaces. An image has only its caption. */
export function blockText(block: Block): string {
  if (block.type === 'paragraph' || block.type === 'heading') return inlineText(block.content).trim();
  if (block.type === 'image') return block.attrs.caption;
  if (block.type === 'quote') return block.content.map(blockText).join(' ');
  if (block.type === 'table') {
    return block.content
      .flatMap((row) => row.content.flatMap((cell) => cell.content.map(blockText)))
      .join(' ');
  }
  return block.content.flatMap((item) => item.content.map((inner) => blockText(inner))).join(' ');
}

/** A paragraph without its first `count` characters. */
export function dropStart(paragraph: Paragraph, count: number): Paragraph {
  let left = count;
  const content: Inline[] = [];
  for (const item of paragraph.content ?? []) {
    if (left <= 0) content.push(item);
    else if (item.type === 'break') left -= 1;
    else {
      if (item.text.length > left) content.push({ ...item, text: item.text.slice(left) });
      left -= item.text.length;
    }
  }
  return { ...paragraph, content: tidyInline(content) };
}

/** A paragraph's lines as paragraphs of their own. */
export function splitAtBreaks(paragraph: Paragraph): Paragraph[] {
  const lines: Inline[][] = [[]];
  for (const item of paragraph.content ?? []) {
    if (item.type === 'break') lines.push([]);
    else lines.at(-1)?.push(item);
  }
  return lines.map((content) => ({ ...paragraph, content: tidyInline(content) }));
}

/** Share of a block's characters that are links. */
export function linkShare(block: Block): number {
  const runs = runsOf(block);
  const all = runs.reduce((sum, run) => sum + run.text.length, 0);
  const linked = runs.filter((run) => run.marks?.some((mark) => mark.type === 'link'));
  return all === 0 ? 0 : linked.reduce((sum, run) => sum + run.text.length, 0) / all;
}

function runsOf(block: Block): Extract<Inline, { type: 'text' }>[] {
  if (block.type === 'image') return [];
  if (block.type === 'paragraph' || block.type === 'heading')
    return (block.content ?? []).filter((item) => item.type === 'text');
  if (block.type === 'quote') return block.content.flatMap(runsOf);
  if (block.type === 'table')
    return block.content.flatMap((row) => row.content.flatMap((cell) => cell.content.flatMap(runsOf)));
  return block.content.flatMap((item) => item.content.flatMap(runsOf));
}

function sameMarks(a: Mark[] | undefined, b: Mark[] | undefined): boolean {
  return a === b || JSON.stringify(a ?? []) === JSON.stringify(b ?? []);
}
