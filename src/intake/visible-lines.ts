/** The lines of text that a reader of a page sees, in order. */
import { blockTags, isHidden, silentTags, tagOf } from './dom.ts';

const mostLines = 20_000;

/** Lines of an element's text: one for each block or `<br>`, white space collapsed, empty ones left out. */
export function visibleLines(root: Element): string[] {
  const lines: string[] = [];
  let line = '';
  const end = () => {
    const text = line.replace(/[\s\u00a0\u200b\ufeff]+/g, ' ').trim();
    if (text !== '') lines.push(text);
    line = '';
  };
  const walk = (node: Node) => {
    if (lines.length >= mostLines) return;
    if (node.nodeType === 3) {
      line += node.textContent ?? '';
      return;
    }
    if (node.nodeType !== 1) return;
    const element = node as Element;
    const tag = tagOf(element);
    if ((silentTags.has(tag) && tag !== 'button') || isHidden(element)) return;
    if (tag === 'br') return end();
    const block = blockTags.has(tag) || tag === 'button';
    if (block) end();
    for (const child of element.childNodes) walk(child);
    if (block) end();
  };
  walk(root);
  end();
  return lines;
}
