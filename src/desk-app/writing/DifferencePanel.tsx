/** The draft against what readers have. */
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { DeskStory, DifferenceJson } from '../../desk/desk-api.ts';
import { ask } from '../api/ask.ts';
import { useKept } from '../api/kept.ts';
import { Broken, Waiting } from '../frame/Waiting.tsx';
import { Differences } from '../reading/Differences.tsx';
import { useWords } from '../words/WordsContext.tsx';
import type { Draft } from './draft.ts';

export function DifferencePanel({ story, draft }: { story: DeskStory; draft: Draft }) {
  const { w, f } = useWords();
  const { revision } = useKept(draft.saving);
  // What is compared is what the server has: it gets the newest words first.
  useEffect(() => void draft.settle(), [draft]);
  const { data, error } = useQuery({
    queryKey: ['story', story.row.id, 'difference', revision, story.row.version],
    queryFn: () => ask<DifferenceJson>('GET', `/api/desk/stories/${story.row.id}/difference`),
    placeholderData: (before) => before,
  });
  if (error) return <Broken error={error} />;
  if (!data) return <Waiting />;
  return (
    <>
      <p className="hint">{w.difference.against(f.digits(data.from))}</p>
      <Differences fields={data.fields} lang={story.row.lang} />
    </>
  );
}
