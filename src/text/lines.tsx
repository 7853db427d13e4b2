/** Parts of a page that keep apart in its source, so that a copy of the text cannot glue them. */
import { Children, Fragment, type ReactNode } from 'react';

/** Its children, each on a line of its own in the HTML source. */
export function Lines({ children }: { children: ReactNode }): ReactNode {
  return each(Children.toArray(children), (child) => child);
}

/** What is drawn for each item, each on a line of its own. Static markup is never reordered: a place can be the key. */
export function each<Item>(items: readonly Item[], draw: (item: Item, at: number) => ReactNode): ReactNode {
  return items.map((item, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: see above
    <Fragment key={at}>
      {draw(item, at)}
      {'\n'}
    </Fragment>
  ));
}
