/** One place of a front: its name, what stands there, and since what it stands there. A story in hand can be put down on it. */

import type { Placed } from '../../fronts/fill-front.ts';
import type { FrontStoryJson, PinJson } from '../../fronts/front-api.ts';
import { hasPictureRoom, showsPicture, slotParts } from '../../fronts/slots.ts';
import type { Direction } from '../../text/story-text.ts';
import { useWords } from '../words/WordsContext.tsx';
import type { Carrying } from './use-carrying.ts';

type Props = {
  slot: string;
  name: string;
  there: Placed<FrontStoryJson, PinJson> | undefined;
  edition: { lang: string; dir: Direction };
  carrying: Carrying;
  mayArrange: boolean;
  /** Whose story the side panel shows, and where the Tab key comes in. */
  isChosen: boolean;
  choose: () => void;
};

export function SlotPlace({ slot, name, there, edition, carrying, mayArrange, isChosen, choose }: Props) {
  const { w, f, dir } = useWords();
  const { part } = slotParts(slot);
  const story = there?.story;
  const pin = there?.pin ?? null;
  const hasPicture = story?.hasPicture && hasPictureRoom(slot) && (pin ? pin.picture : showsPicture(slot));
  const act = (event: React.MouseEvent) => {
    choose();
    if (!mayArrange) return;
    if (carrying.story) carrying.put(slot);
    // A press of a key has no place on the screen: a click chooses, a key picks up.
    else if (event.detail === 0 && story) carrying.pickUp(story, slot);
  };
  return (
    <li
      className="slot"
      data-part={part}
      data-pinned={pin ? true : undefined}
      data-empty={story ? undefined : true}
      data-over={(carrying.story && carrying.over === slot) || undefined}
      data-in-hand={(carrying.story && carrying.from === slot) || undefined}
      draggable={mayArrange && story !== undefined}
      onDragStart={(event) => {
        if (!story) return;
        event.dataTransfer.effectAllowed = 'move';
        event.dataTransfer.setData('text/plain', story.headline);
        carrying.pickUp(story, slot);
      }}
      onDragEnd={() => carrying.leave()}
      onDragEnter={() => carrying.moveOver(slot)}
      onDragOver={(event) => carrying.story && event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        choose();
        carrying.put(slot);
      }}
    >
      <button
        type="button"
        data-slot={slot}
        tabIndex={isChosen ? 0 : -1}
        aria-current={isChosen || undefined}
        onFocus={() => {
          choose();
          carrying.moveOver(slot);
        }}
        onClick={act}
      >
        <span className="slot-name">
          <bdi>{name}</bdi>
          {pin && <b>{w.fronts.pinned}</b>}
          {story && !pin && <span className="unseen">{w.fronts.automatic}</span>}
          {pin?.until && <bdi>{w.fronts.until(f.moment(pin.until))}</bdi>}
          {hasPicture && <span>{w.fronts.picture}</span>}
        </span>
        {story ? (
          <span className="slot-story">
            <b lang={edition.lang} dir={edition.dir} className="site-face">
              {pin?.headline || story.headline}
            </b>
            <time dateTime={story.at} dir={dir}>
              {f.moment(story.at)}
            </time>
          </span>
        ) : (
          <span className="slot-story grey">{w.fronts.empty}</span>
        )}
      </button>
    </li>
  );
}
