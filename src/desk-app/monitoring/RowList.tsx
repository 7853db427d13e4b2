/** Rows in their sections, of which only those in sight are drawn. It has one place for the Tab key; j and k move in it. */
import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import type { Desk, DeskSetup } from '../../desk/desk-api.ts';
import { useNow } from '../frame/clock.ts';
import { useWords } from '../words/WordsContext.tsx';
import { sectionWords } from './row-words.ts';
import { StoryRow } from './StoryRow.tsx';
import type { Item } from './visible-rows.ts';

type Props = {
  items: readonly Item[];
  desks: readonly Desk[];
  editions: DeskSetup['editions'];
  label: string;
  selectedId: number | null;
  rowHeight: number;
  onSelect: (id: number) => void;
  onOpen: (id: number) => void;
  /** Whether it takes the focus when it first comes. */
  takesFocus: boolean;
};

const headHeight = 28;

export function RowList(props: Props) {
  const { items, desks, editions, selectedId, rowHeight, onSelect, onOpen } = props;
  const { w, ...spoken } = useWords();
  const minute = Math.floor(useNow(15_000) / 60_000);
  const scroller = useRef<HTMLDivElement>(null);
  const heads = useMemo(() => items.flatMap((item, at) => (item.kind === 'section' ? [at] : [])), [items]);
  const headAbove = (at: number) => heads.findLast((head) => head <= at) ?? 0;
  const stuck = useRef(0);
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: (at) => (items[at]?.kind === 'section' ? headHeight : rowHeight),
    getItemKey: (at) => keyOf(items[at] as Item),
    overscan: 6,
    // A scroll may show its rows a frame later; it may not hold the frame up.
    useFlushSync: false,
    scrollPaddingStart: headHeight,
    rangeExtractor: (range: Range) => {
      stuck.current = headAbove(range.startIndex);
      return [...new Set([stuck.current, ...defaultRangeExtractor(range)])].sort((a, b) => a - b);
    },
  });
  const at = useMemo(
    () => items.findIndex((item) => item.kind === 'row' && item.row.id === selectedId),
    [items, selectedId],
  );
  // sizes are measured anew when a row’s height changes
  useEffect(() => virtual.measure(), [rowHeight, virtual]);
  useSteadyCursor(scroller, { selectedId, at, rowHeight });
  // it scrolls to a row that is chosen, not when rows come and go around it
  useEffect(() => {
    if (at >= 0) virtual.scrollToIndex(at, { align: 'auto' });
  }, [selectedId]);
  useEffect(() => {
    if (props.takesFocus) scroller.current?.focus();
  }, [props.takesFocus]);
  return (
    <div
      ref={scroller}
      className="rows"
      role="listbox"
      tabIndex={0}
      aria-label={props.label}
      aria-activedescendant={at >= 0 ? `row-${selectedId}` : undefined}
      data-single-keys
    >
      <div role="presentation" className="rows-inner" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start, size, key }) => {
          const item = items[index] as Item;
          const isStuck = index === stuck.current;
          if (item.kind === 'section')
            return (
              <div
                key={key}
                role="presentation"
                className={isStuck ? 'section-head stuck' : 'section-head'}
                style={{ height: size, ...(isStuck ? {} : { transform: `translateY(${start}px)` }) }}
              >
                {sectionWords({ w, ...spoken }, desks, item.key)} <b>{spoken.f.number(item.count)}</b>
              </div>
            );
          const { row } = item;
          const dir = editions.find(({ lang }) => lang === row.lang)?.dir ?? 'ltr';
          return (
            <div
              key={key}
              id={`row-${row.id}`}
              role="option"
              tabIndex={-1}
              aria-selected={row.id === selectedId}
              // Of all, not of those in sight.
              aria-posinset={index + 1 - heads.filter((head) => head < index).length}
              aria-setsize={items.length - heads.length}
              data-gone={item.gone || undefined}
              className="story-row"
              style={{ height: size, transform: `translateY(${start}px)` }}
              onMouseDown={(event) => {
                event.preventDefault();
                scroller.current?.focus({ preventScroll: true });
                onSelect(row.id);
              }}
              onDoubleClick={() => onOpen(row.id)}
            >
              <StoryRow item={item} desks={desks} dir={dir} minute={minute} />
            </div>
          );
        })}
      </div>
    </div>
  );
}

function keyOf(item: Item): string {
  return item.kind === 'section' ? item.key : `row-${item.row.id}`;
}

/** Rows that are let in above do not push the chosen one away, unless the list is at its head and they are what is wanted. */
function useSteadyCursor(
  scroller: React.RefObject<HTMLDivElement | null>,
  { selectedId, at, rowHeight }: { selectedId: number | null; at: number; rowHeight: number },
): void {
  const before = useRef({ selectedId, at });
  useLayoutEffect(() => {
    const element = scroller.current;
    const moved = before.current.selectedId === selectedId ? at - before.current.at : 0;
    if (element && moved !== 0 && at >= 0 && before.current.at >= 0 && element.scrollTop > 0)
      element.scrollTop += moved * rowHeight;
    before.current = { selectedId, at };
  }, [scroller, selectedId, at, rowHeight]);
}
