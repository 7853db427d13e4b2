/** The front as it will look: the same places in the same order and rank as on the page, only denser. */
import type { FrontJson } from '../../fronts/front-api.ts';
import { lead, seconds, sectionSlots } from '../../fronts/slots.ts';
import type { Direction } from '../../text/story-text.ts';
import { useWords } from '../words/WordsContext.tsx';
import { SlotPlace } from './SlotPlace.tsx';
import type { Carrying } from './use-carrying.ts';
import type { OnFront } from './working-front.ts';

type Props = {
  front: FrontJson;
  filled: OnFront;
  edition: { lang: string; dir: Direction };
  carrying: Carrying;
  mayArrange: boolean;
  chosen: string;
  choose: (slot: string) => void;
  placeName: (slot: string) => string;
};

export function FrontGrid({ front, filled, placeName, choose, chosen, ...others }: Props) {
  const { w, f, dir } = useWords();
  const { edition } = others;
  const places = (slots: readonly string[]) =>
    slots.map((slot) => (
      <SlotPlace
        key={slot}
        {...others}
        slot={slot}
        name={placeName(slot)}
        there={filled.placed.get(slot)}
        isChosen={slot === chosen}
        choose={() => choose(slot)}
      />
    ));
  return (
    <section
      className="front-grid"
      dir={edition.dir}
      aria-label={w.fronts.page}
      data-front-keys
      // Some browsers press a button by Space when the key comes up, whatever was made of its going down.
      onKeyUp={(event) => event.code === 'Space' && event.preventDefault()}
    >
      <ol className="front-top">{places([lead, ...seconds])}</ol>
      {front.sections.length > 0 && (
        <div className="front-sections">
          {front.sections.map(({ slug, name }) => (
            <section key={slug} aria-labelledby={`front-${slug}`}>
              <h2 id={`front-${slug}`} lang={edition.lang}>
                <bdi>{name}</bdi>
              </h2>
              <ol>{places(sectionSlots(slug))}</ol>
            </section>
          ))}
        </div>
      )}
      {filled.rest > 0 && (
        <p className="grey" dir={dir}>
          {w.fronts.more(f.number(filled.rest))}
        </p>
      )}
      {others.mayArrange && (
        <p className="hint" dir={dir}>
          {w.fronts.hint}
        </p>
      )}
    </section>
  );
}
