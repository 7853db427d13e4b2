/** How often the site's readers opened a story: a sentence, and a small chart of it. Who they were is nowhere. */
import { useQuery } from '@tanstack/react-query';
import type { Reading, StoryReads } from '../../reads/reads-store.ts';
import { ask } from '../api/ask.ts';
import { useWords } from '../words/WordsContext.tsx';

/** As JSON has them: times are text. */
type Heard<T> = {
  [Key in keyof T]: T[Key] extends Date ? string : T[Key] extends Reading[] ? Heard<Reading>[] : T[Key];
};

const height = 36;
const barWidth = 5;

export function Reads({ id }: { id: number }) {
  const { w, f } = useWords();
  const { data } = useQuery({
    queryKey: ['reads', id],
    queryFn: () => ask<Heard<StoryReads>>('GET', `/api/desk/stories/${id}/reads`),
    refetchInterval: 30_000,
  });
  if (!data) return null;
  const { total, hours, days } = data;
  const sum = (bars: Heard<Reading>[]) => bars.reduce((all, { reads }) => all + reads, 0);
  // A story of the day lives by the hour, an old one by the day.
  const isFresh = sum(hours) > 0;
  const bars = isFresh ? hours : days;
  const most = Math.max(1, ...bars.map(({ reads }) => reads));
  const said = isFresh ? w.reads.ofHours(f.number(sum(hours))) : w.reads.ofDays(f.number(sum(days)));
  return (
    <section className="reads">
      <p>
        <b>{w.reads.total(f.number(total))}</b> {total > 0 && said}
      </p>
      {total > 0 && (
        <svg
          viewBox={`0 0 ${bars.length * barWidth} ${height}`}
          width={bars.length * barWidth}
          height={height}
          role="img"
          aria-label={`${said} ${w.reads.most(f.number(most), f.moment(bars.find(({ reads }) => reads === most)?.at ?? 0))}`}
        >
          <path className="ground" d={`M0 ${height - 0.5}H${bars.length * barWidth}`} />
          {bars.map(({ at, reads }, place) => {
            const tall = reads === 0 ? 0 : Math.max(1, Math.round(((height - 1) * reads) / most));
            return (
              <rect key={at} x={place * barWidth} y={height - tall} width={barWidth - 1} height={tall}>
                <title>{`${f.moment(at)} · ${f.number(reads)}`}</title>
              </rect>
            );
          })}
        </svg>
      )}
    </section>
  );
}
