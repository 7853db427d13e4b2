/** The panel beside the list: the story under the cursor, a new one, a flash, or an act. */
import { lazy, Suspense } from 'react';
import { ActBeside } from '../acting/ActBeside.tsx';
import { Waiting } from '../frame/Waiting.tsx';
import { FlashPanel } from '../new-story/FlashPanel.tsx';
import { NewStoryPanel } from '../new-story/NewStoryPanel.tsx';
import { type SidePanel, sidePanel } from './view-state.ts';

const ReadingPanel = lazy(async () => ({
  default: (await import('../reading/ReadingPanel.tsx')).ReadingPanel,
}));

export function SidePanelHere({ panel, selectedId }: { panel: SidePanel; selectedId: number | null }) {
  const close = () => {
    sidePanel.set(null);
    document.querySelector<HTMLElement>('.rows')?.focus();
  };
  return (
    <Suspense fallback={<Waiting />}>
      {panel.kind === 'reading' && selectedId !== null && <ReadingPanel id={selectedId} close={close} />}
      {panel.kind === 'new' && <NewStoryPanel from={panel.from} close={close} />}
      {panel.kind === 'flash' && <FlashPanel close={close} />}
      {panel.kind === 'act' && <ActBeside id={panel.id} kind={panel.act} close={close} />}
    </Suspense>
  );
}
