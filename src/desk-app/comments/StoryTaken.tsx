/** Whether one story takes comments: as the settings say, or as is chosen here. */
import { useState } from 'react';
import type { QueueRow, StoryRuleAsk } from '../../comments/comment-api.ts';
import { SelectField, TextField } from '../fields/Field.tsx';
import { latinDigits } from '../words/format.ts';
import { useWords } from '../words/WordsContext.tsx';
import { setStory } from './queue.ts';

type Choice = 'settings' | NonNullable<StoryRuleAsk['taken']>;
const choices: Choice[] = ['settings', 'open', 'closed', 'days'];

export function StoryTaken({ story }: { story: QueueRow['story'] }) {
  const { w } = useWords();
  const said = w.comments;
  const [taken, setTaken] = useState<Choice>(story.taken ?? 'settings');
  const [days, setDays] = useState(String(story.days ?? 14));
  const choose = (choice: Choice, after: string) => {
    const wanted = Number(latinDigits(after));
    if (choice === 'days' && (!Number.isInteger(wanted) || wanted < 0 || wanted > 3_650)) return;
    const asked = choice === 'settings' ? null : choice;
    void setStory(story.code, { taken: asked, days: asked === 'days' ? wanted : null });
  };
  return (
    <div className="row-form">
      <SelectField
        label={said.story}
        value={taken}
        choices={choices.map((value) => ({ value, label: said.taken[value] }))}
        onChange={(value) => {
          setTaken(value as Choice);
          choose(value as Choice, days);
        }}
      />
      {taken === 'days' && (
        <TextField
          label={said.days}
          inputMode="numeric"
          value={days}
          onChange={(value) => {
            setDays(value);
            choose('days', value);
          }}
        />
      )}
    </div>
  );
}
