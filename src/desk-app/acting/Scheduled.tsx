/** Acts that are arranged for a time, each with a way to call it off. */
import type { DeskStory, ScheduledJson } from '../../desk/desk-api.ts';
import { ask } from '../api/ask.ts';
import { complain } from '../frame/complaints.ts';
import { useWords } from '../words/WordsContext.tsx';
import { readAgain } from './my-acts.ts';

export function Scheduled({ story, planned }: { story: DeskStory; planned: readonly ScheduledJson[] }) {
  const { w, f } = useWords();
  const cancel = async (id: number) => {
    await ask('DELETE', `/api/desk/stories/${story.row.id}/scheduled/${id}`).catch(complain);
    await readAgain(story.row.id);
  };
  return (
    <ul className="arranged">
      {planned.map((one) => (
        <li key={one.id} data-red={one.state === 'refused' || undefined}>
          {w.due[one.kind](f.moment(one.dueAt))} · {one.by}
          {one.state === 'refused' && <p dir="auto">{one.outcome}</p>}{' '}
          {one.state === 'waiting' && (
            <button type="button" onClick={() => void cancel(one.id)}>
              {w.history.cancel}
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}
