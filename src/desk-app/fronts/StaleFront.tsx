/** Two arrangements side by side, where somebody else put one on the front meanwhile: nothing of either is lost. */
import type { ArrangementJson, FrontJson, PinJson } from '../../fronts/front-api.ts';
import { useWords } from '../words/WordsContext.tsx';
import type { WorkingFront } from './use-working-front.ts';
import { differences } from './working-front.ts';

type Props = { front: FrontJson; work: WorkingFront; placeName: (slot: string) => string };

export function StaleFront({ front, work, placeName }: Props) {
  const { w, f } = useWords();
  // The working copy is stale because there is one.
  const { by, madeAt, pins } = front.arrangement as ArrangementJson;
  const said = (pin: PinJson | null) => {
    if (!pin) return <span className="grey">{w.fronts.automatic}</span>;
    const story = work.known.get(pin.code);
    return (
      <>
        <bdi>{pin.headline || (story?.headline ?? w.fronts.gone(f.digits(pin.code)))}</bdi>
        {pin.until && <small> {w.fronts.until(f.moment(pin.until))}</small>}
      </>
    );
  };
  return (
    <section className="stale-front" role="alert">
      <p>
        <b>{w.fronts.stale(f.name(by), f.moment(madeAt))}</b> {w.fronts.staleText}
      </p>
      <table>
        <thead>
          <tr>
            <th>{w.fronts.place}</th>
            <th>{w.fronts.theirs(f.name(by))}</th>
            <th>{w.fronts.mine}</th>
          </tr>
        </thead>
        <tbody>
          {differences(front, pins, work.pins).map(({ slot, one, other }) => (
            <tr key={slot}>
              <th scope="row">{placeName(slot)}</th>
              <td>{said(one)}</td>
              <td>{said(other)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="buttons">
        <button type="button" onClick={work.drop}>
          {w.fronts.keepTheirs}
        </button>
        <button type="button" className="strong" onClick={work.keepMine}>
          {w.fronts.keepMine}
        </button>
      </div>
    </section>
  );
}
