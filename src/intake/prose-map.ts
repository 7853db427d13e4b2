/** How much of a story's text stands in each element of a page. */
import { blockTags, isHidden, silentTags, tagOf } from './dom.ts';

const shortestSentence = 50;

/** For every element below `root`: the letters in its lines that are long enough to be sentences. One pass. */
export function proseMap(root: Element): Map<Element, number> {
  const prose = new Map<Element, number>();
  let line = 0;
  let linked = 0;
  const end = (holder: Element) => {
    if (line >= shortestSentence && linked < line * 0.8) prose.set(holder, (prose.get(holder) ?? 0) + line);
    line = 0;
    linked = 0;
  };
  const walk = (element: Element, inLink: boolean) => {
    const tag = tagOf(element);
    if (silentTags.has(tag) || isHidden(element)) return;
    for (const child of element.childNodes) {
      if (child.nodeType === 3) {
        const length = (child.textContent ?? '').replace(/\s+/g, ' ').length;
        line += length;
        if (inLink) linked += length;
      }
      if (child.nodeType !== 1) continue;
      const inner = child as Element;
      const innerTag = tagOf(inner);
      if (innerTag === 'br' || blockTags.has(innerTag)) end(element);
      walk(inner, inLink || innerTag === 'a');
      if (blockTags.has(innerTag)) end(inner);
      prose.set(element, (prose.get(element) ?? 0) + (prose.get(inner) ?? 0));
    }
  };
  walk(root, false);
  end(root);
  return prose;
}
