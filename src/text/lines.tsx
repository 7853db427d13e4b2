/** Parts of a page that keep apart in its source, so that a copy of the text cannot glue them. */
import type { ReactNode } from 'react';
import { Fragment, jsxs } from 'react/jsx-runtime';

/** Its children, each on a line of its own in the HTML source. */
export function Lines({ children }: { children: ReactNode }): ReactNode {
  const lines: ReactNode[] = [];
  addLines(children, lines);
  // They stand as they are: static markup is never reordered, so none of them needs a key.
  return jsxs(Fragment, { children: lines });
}

/** What is nothing is left out; lists within lists are one list. */
function addLines(children: ReactNode, lines: ReactNode[]): void {
  if (children === null || children === undefined || typeof children === 'boolean') return;
  if (Array.isArray(children)) for (const child of children) addLines(child, lines);
  else lines.push(children, '\n');
}

/** What is drawn for each item, each on a line of its own. A place can be the key. */
export function each<Item>(items: readonly Item[], draw: (item: Item, at: number) => ReactNode): ReactNode {
  return items.map((item, at) => jsxs(Fragment, { children: [draw(item, at), '\n'] }, at));
}
