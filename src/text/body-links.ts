/** The addresses that a body links to, for a page that is read on paper. */
import { orderedMarks, sameMark } from './inline-html.tsx';
import { safeLink } from './safe-link.ts';
import type { Inline, Mark, StoryText } from './story-text.ts';

/** One address for each link element that the HTML has, in its order. */
export function bodyLinks(body: StoryText): string[] {
  return inlineLists(body).flatMap((content) => {
    let last: Mark | undefined;
    return content.flatMap((inline) => {
      const mark = inline.type === 'text' ? orderedMarks(inline)[0] : undefined;
      const link = mark?.type === 'link' ? mark : undefined;
      const isNew = link && !(last && sameMark(last, link));
      last = link;
      return isNew ? [safeLink(link.attrs.href) ?? ''] : [];
    });
  });
}

type Branch = { type: string; content?: (Branch | Inline)[] };

function inlineLists(node: Branch): Inline[][] {
  const children = node.content ?? [];
  if (node.type === 'paragraph' || node.type === 'heading') return [children as Inline[]];
  return children.flatMap((child) => inlineLists(child as Branch));
}
