/** Who is banned, and the way out. */
import { useQuery } from '@tanstack/react-query';
import { useWords } from '../words/WordsContext.tsx';
import { bansQuery, liftBan } from './queue.ts';

export function Bans() {
  const { w, f } = useWords();
  const said = w.comments;
  const { data } = useQuery(bansQuery);
  if (!data) return null;
  return (
    <section className="bans" aria-label={said.bans}>
      <h2>{said.bans}</h2>
      {data.bans.length === 0 && <p className="grey">{said.noBans}</p>}
      <ul>
        {data.bans.map(({ id, name, bannedBy, until }) => (
          <li key={id}>
            <span>{name ? <bdi>{name}</bdi> : said.anAddress}</span>
            <span className="grey">{said.banUntil(f.name(bannedBy), f.moment(until))}</span>
            <button type="button" onClick={() => void liftBan(id)}>
              {said.lift}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
