/** Every arrangement that was on a front, the newest first; each can be taken up again. */
import { useQuery } from '@tanstack/react-query';
import type { ArrangementJson, FrontHistoryJson } from '../../fronts/front-api.ts';
import { ask } from '../api/ask.ts';
import { Panel } from '../frame/Panel.tsx';
import { Broken, Waiting } from '../frame/Waiting.tsx';
import { useWords } from '../words/WordsContext.tsx';
import { frontPath, type WorkingFront } from './use-working-front.ts';

type Props = {
  lang: string;
  section: string;
  work: WorkingFront;
  mayArrange: boolean;
  placeName: (slot: string) => string;
  close: () => void;
};

export function FrontHistory({ lang, section, work, mayArrange, placeName, close }: Props) {
  const { w, f } = useWords();
  const { data, error, refetch } = useQuery({
    queryKey: ['front', lang, section, 'history'],
    queryFn: () => ask<FrontHistoryJson>('GET', frontPath(lang, section, '/history')),
  });
  const take = ({ pins }: ArrangementJson) => {
    work.change(() => pins.map((pin) => ({ ...pin })), data?.stories);
    close();
  };
  return (
    <Panel title={w.fronts.history} close={close} className="front-history">
      {error && <Broken error={error} again={() => void refetch()} />}
      {!error && !data && <Waiting />}
      {data?.arrangements.length === 0 && <p className="grey">{w.fronts.noHistory}</p>}
      <ol className="lines">
        {data?.arrangements.map((one, at) => (
          <li key={one.id}>
            <p>
              <time dateTime={one.madeAt}>{f.moment(one.madeAt)}</time> <bdi>{one.by}</bdi>{' '}
              <small>
                {one.pins.length === 0 ? w.fronts.allAutomatic : w.fronts.pins(f.number(one.pins.length))}
                {at === 0 && `${w.comma}${w.fronts.now}`}
              </small>
            </p>
            <ul>
              {one.pins.map((pin) => {
                const story = data.stories.find(({ code }) => code === pin.code);
                return (
                  <li key={pin.slot}>
                    <small>{placeName(pin.slot)}</small>{' '}
                    <bdi lang={lang}>
                      {story ? pin.headline || story.headline : w.fronts.gone(f.digits(pin.code))}
                    </bdi>
                  </li>
                );
              })}
            </ul>
            {mayArrange && at > 0 && (
              <button type="button" onClick={() => take(one)}>
                {w.fronts.take}
              </button>
            )}
          </li>
        ))}
      </ol>
    </Panel>
  );
}
