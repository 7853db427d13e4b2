/** A front that is being arranged: its places, what is said of the one that is chosen, and what can come in. */
import { useRef, useState } from 'react';
import type { DeskSetup } from '../../desk/desk-api.ts';
import type { FrontJson } from '../../fronts/front-api.ts';
import { lead } from '../../fronts/slots.ts';
import { LeavingLine } from '../settings/LeavingLine.tsx';
import { useVerbs } from '../verbs/bound-verbs.ts';
import { useWords } from '../words/WordsContext.tsx';
import { Candidates } from './Candidates.tsx';
import { FrontBar } from './FrontBar.tsx';
import { FrontGrid } from './FrontGrid.tsx';
import { FrontHistory } from './FrontHistory.tsx';
import { FrontPreview } from './FrontPreview.tsx';
import { KeptFrontOffer } from './KeptFrontOffer.tsx';
import { moveAlong, moveAside } from './move-focus.ts';
import { usePlaceName } from './place-name.ts';
import { SlotPanel } from './SlotPanel.tsx';
import { StaleFront } from './StaleFront.tsx';
import { focusOn, placeOf, useCarrying } from './use-carrying.ts';
import { useWorkingFront } from './use-working-front.ts';
import { pinHere, slotsOfFront, unpin } from './working-front.ts';

type Props = {
  front: FrontJson;
  section: string;
  setup: DeskSetup;
  edition: DeskSetup['editions'][number];
  mayArrange: boolean;
};

export function FrontDesk({ front, section, setup, edition, mayArrange }: Props) {
  const { w } = useWords();
  const screen = useRef<HTMLDivElement>(null);
  const [chosen, choose] = useState(lead);
  const [beside, setBeside] = useState<'preview' | 'history' | null>(null);
  const placeName = usePlaceName(edition.sections);
  const work = useWorkingFront(edition.lang, section, front);
  const carrying = useCarrying(screen, work, placeName);
  const slots = slotsOfFront(front);
  const there = work.filled.placed.get(chosen);
  const isPinned = work.pins.some(({ slot }) => slot === chosen);

  const along = (step: 1 | -1) => {
    const inList = document.activeElement?.matches('[data-candidate]') && !carrying.story;
    moveAlong(screen, inList ? '[data-candidate]' : '[data-slot]', step);
  };
  const freeUp = () => {
    work.change((pins) => unpin(pins, chosen));
    carrying.say(w.fronts.heard.unpinned(placeName(chosen)));
  };
  const only = <T,>(deed: T): T | null => (mayArrange ? deed : null);
  useVerbs({
    // The places and the candidates are buttons: what a click does, the key does.
    'pick-up': only(() => pressed()?.click()),
    'put-back': carrying.story ? () => carrying.leave(true) : null,
    'next-place': () => along(1),
    'previous-place': () => along(-1),
    'place-right': () => moveAside(screen, 'right'),
    'place-left': () => moveAside(screen, 'left'),
    'pin-here':
      mayArrange && there && !isPinned
        ? () => work.change((pins) => pinHere(pins, there.story.code, chosen), [there.story])
        : null,
    unpin: mayArrange && isPinned ? freeUp : null,
    'front-headline': mayArrange && there ? () => focusOn(screen, '[data-headline]') : null,
    'front-until': mayArrange && there ? () => focusOn(screen, '[data-until]') : null,
    'find-candidate': () => focusOn(screen, '.candidates input'),
    'preview-front': () => setBeside((now) => (now === 'preview' ? null : 'preview')),
    'earlier-fronts': () => setBeside((now) => (now === 'history' ? null : 'history')),
    'put-on-front': mayArrange && work.isChanged && !work.isStale ? () => void work.publish() : null,
  });
  return (
    <div ref={screen} className="front-desk">
      <div className="front-main">
        <FrontBar
          front={front}
          work={work}
          carrying={carrying}
          mayArrange={mayArrange}
          isPreview={beside === 'preview'}
          isHistory={beside === 'history'}
        />
        {mayArrange && <KeptFrontOffer front={front} lang={edition.lang} section={section} work={work} />}
        {work.isChanged && <LeavingLine save={work.publish} drop={work.drop} />}
        {work.isStale && <StaleFront front={front} work={work} placeName={placeName} />}
        {beside === 'preview' ? (
          <FrontPreview lang={edition.lang} section={section} work={work} />
        ) : (
          <FrontGrid
            front={front}
            filled={work.filled}
            edition={edition}
            carrying={carrying}
            mayArrange={mayArrange}
            chosen={chosen}
            choose={choose}
            placeName={placeName}
          />
        )}
      </div>
      {beside === 'history' ? (
        <FrontHistory
          lang={edition.lang}
          section={section}
          work={work}
          mayArrange={mayArrange}
          placeName={placeName}
          close={() => setBeside(null)}
        />
      ) : (
        <aside className="front-side">
          <fieldset className="plain" disabled={!mayArrange} onFocus={() => carrying.leave()}>
            <SlotPanel
              key={chosen}
              slot={chosen}
              slots={slots}
              placeName={placeName}
              work={work}
              setup={setup}
              edition={edition}
              choose={choose}
            />
          </fieldset>
          <Candidates
            edition={edition}
            section={section}
            carrying={carrying}
            mayArrange={mayArrange}
            screen={screen}
            toPlaces={() => focusOn(screen, placeOf(chosen))}
            placeOfStory={(code) => {
              const slot = [...work.filled.placed.values()].find(({ story }) => story.code === code)?.slot;
              return slot === undefined ? null : placeName(slot);
            }}
          />
        </aside>
      )}
      <p className="unseen" aria-live="assertive">
        {carrying.said}
      </p>
    </div>
  );
}

function pressed(): HTMLElement | null {
  const { activeElement } = document;
  return activeElement instanceof HTMLElement && activeElement.closest('[data-front-keys]')
    ? activeElement
    : null;
}
