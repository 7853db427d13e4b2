/** What the list shows and where one is in it: kept while other screens are open, and by this browser. */

import type { NewStoryAsk } from '../../desk/desk-api.ts';
import type { ActKind } from '../../record/act.ts';
import { keep, remember } from '../api/kept.ts';
import { type Filters, noFilters } from './visible-rows.ts';

export type View = { filters: Filters; shape: 'list' | 'columns' };

export const view = remember<View>('view', { filters: noFilters, shape: 'list' });
export const selected = keep<number | null>(null);

export type SidePanel =
  | { kind: 'reading' }
  | {
      kind: 'new';
      from?: NonNullable<NewStoryAsk['from']> & { lang: string; desk: string; headline: string };
    }
  | { kind: 'flash' }
  | { kind: 'act'; id: number; act: ActKind };

export const sidePanel = keep<SidePanel | null>(null);

export function setFilters(change: Partial<Filters>): void {
  view.set((now) => ({ ...now, filters: { ...now.filters, ...change } }));
}
