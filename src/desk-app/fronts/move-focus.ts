/** Where the focus goes from a place of a front, or from a candidate. */
import type { RefObject } from 'react';

type Screen = RefObject<HTMLElement | null>;

/** The next of those that are read one after the other; at the end it stays. */
export function moveAlong(screen: Screen, selector: '[data-slot]' | '[data-candidate]', step: 1 | -1): void {
  const all = [...(screen.current?.querySelectorAll<HTMLElement>(selector) ?? [])];
  const at = all.indexOf(document.activeElement as HTMLElement);
  all[Math.min(Math.max(at + step, 0), all.length - 1)]?.focus();
}

/** The nearest place to the right or to the left, as it is seen. */
export function moveAside(screen: Screen, to: 'right' | 'left'): void {
  const from = document.activeElement?.getBoundingClientRect();
  if (!from) return;
  const sign = to === 'right' ? 1 : -1;
  const [x, y] = middle(from);
  const ways = [...(screen.current?.querySelectorAll<HTMLElement>('[data-slot]') ?? [])].flatMap((one) => {
    const rect = one.getBoundingClientRect();
    const [otherX, otherY] = middle(rect);
    const aside = (otherX - x) * sign;
    // What stands above or below is not aside, however far it reaches.
    const isAside = to === 'right' ? rect.left >= from.right - 4 : rect.right <= from.left + 4;
    return isAside ? [{ one, far: aside + 2 * Math.abs(otherY - y) }] : [];
  });
  ways.toSorted((a, b) => a.far - b.far)[0]?.one.focus();
}

function middle({ left, right, top, bottom }: DOMRect): [x: number, y: number] {
  return [(left + right) / 2, (top + bottom) / 2];
}
