/** What is said of the place that is chosen: all that can be done by drag or key, and what the front calls the story there. */

import { instantIn } from '../../dates/zoned-time.ts';
import type { DeskSetup } from '../../desk/desk-api.ts';
import type { PinJson } from '../../fronts/front-api.ts';
import { hasPictureRoom, showsPicture } from '../../fronts/slots.ts';
import { wallTime } from '../acting/wall-time.ts';
import { SelectField, TextField, TickField } from '../fields/Field.tsx';
import { MomentField } from '../fields/MomentField.tsx';
import { now } from '../frame/clock.ts';
import { VerbButton } from '../verbs/VerbButton.tsx';
import { useWords } from '../words/WordsContext.tsx';
import { lengthOf } from '../writing/count-text.ts';
import type { WorkingFront } from './use-working-front.ts';
import { changePin, pinHere, putDown } from './working-front.ts';

type Props = {
  slot: string;
  slots: readonly string[];
  placeName: (slot: string) => string;
  work: WorkingFront;
  setup: DeskSetup;
  edition: DeskSetup['editions'][number];
  choose: (slot: string) => void;
};

/** Longest headline that is taken. */
const longest = 200;

export function SlotPanel({ slot, slots, placeName, work, setup, edition, choose }: Props) {
  const { w, f } = useWords();
  const there = work.filled.placed.get(slot);
  const story = there?.story;
  const pin = work.pins.find((one) => one.slot === slot && one.code === story?.code) ?? null;
  /** What is said of a story that came by itself pins it. */
  const change = (said: Partial<PinJson>) => {
    if (!story) return;
    work.change((pins) => changePin(pin ? [...pins] : pinHere(pins, story.code, slot), slot, said), [story]);
  };
  const until = pin?.until ?? null;
  const headline = pin?.headline ?? '';
  const limit = setup.limits.site?.headline ?? longest;
  const length = lengthOf(headline || (story?.headline ?? ''), edition.lang);
  return (
    <section className="slot-panel" aria-labelledby="slot-panel">
      <h2 id="slot-panel">
        {w.fronts.inPlace}: {placeName(slot)}
      </h2>
      {!story && <p className="grey">{w.fronts.empty}</p>}
      {story && (
        <>
          {headline && (
            <p className="quoted" lang={edition.lang} dir={edition.dir}>
              {story.headline}
            </p>
          )}
          <div className="buttons">
            <VerbButton id={pin ? 'unpin' : 'pin-here'} />
            <span className="code">{w.fronts.code(f.digits(story.code))}</span>
          </div>
          <TextField
            data-headline
            label={w.fronts.headline}
            hint={
              <>
                {w.fronts.headlineHint}{' '}
                <b data-over={length > limit || undefined}>
                  {w.counts.of(f.number(length), f.number(limit))}
                </b>
              </>
            }
            lang={edition.lang}
            dir={edition.dir}
            maxLength={longest}
            placeholder={story.headline}
            value={headline}
            onChange={(said) => change({ headline: said })}
          />
          <MomentField
            label={w.fronts.untilLabel}
            zone={setup.zone}
            dates={edition.dates}
            value={until ? wallTime(setup.zone, until) : ''}
            onChange={(said) => change({ until: instantOf(setup.zone, said) })}
            data-until
          />
          <p className="hint">{w.fronts.untilHint}</p>
          {until && Date.parse(until) <= now() && (
            <p className="wrong" role="alert">
              {w.fronts.untilPast}
            </p>
          )}
          {story.hasPicture && hasPictureRoom(slot) && (
            <TickField
              label={w.fronts.showPicture}
              checked={pin ? pin.picture : showsPicture(slot)}
              onChange={(picture) => change({ picture })}
            />
          )}
          <SelectField
            label={w.fronts.moveTo}
            value={slot}
            choices={slots.map((one) => ({ value: one, label: placeName(one) }))}
            onChange={(to) => {
              work.change((pins) => putDown(pins, { code: story.code, from: slot }, to), [story]);
              choose(to);
            }}
          />
        </>
      )}
    </section>
  );
}

/** Null where nothing, or no time yet, was said. */
function instantOf(zone: string, wall: string): string | null {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(wall) ? instantIn(zone, wall).toISOString() : null;
}
