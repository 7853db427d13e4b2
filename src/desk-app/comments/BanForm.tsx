/** Bans whoever wrote a comment, by name or by address, for some days. */
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { BanAsk, QueueRow } from '../../comments/comment-api.ts';
import { SelectField, TextField } from '../fields/Field.tsx';
import { latinDigits } from '../words/format.ts';
import { useWords } from '../words/WordsContext.tsx';
import { ban } from './queue.ts';

const usualDays = 30;
const mostDays = 3_650;

export function BanForm({ row, close }: { row: QueueRow; close: () => void }) {
  const { w } = useWords();
  const said = w.comments;
  const form = useRef<HTMLFormElement>(null);
  const [by, setBy] = useState<BanAsk['by']>('name');
  const [days, setDays] = useState(String(usualDays));
  const wanted = Number(latinDigits(days));
  const isFit = Number.isInteger(wanted) && wanted >= 1 && wanted <= mostDays;
  useEffect(() => form.current?.querySelector('select')?.focus(), []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isFit) return;
    void ban({ comment: row.id, by, days: wanted });
    close();
  };
  return (
    <form
      ref={form}
      className="ban"
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        close();
      }}
    >
      <div className="row-form">
        <SelectField
          label={said.banBy}
          value={by}
          choices={[
            { value: 'name', label: said.banName },
            ...(row.hasAddress ? [{ value: 'address', label: said.banAddress }] : []),
          ]}
          onChange={(value) => setBy(value as BanAsk['by'])}
        />
        <TextField label={said.banDays} inputMode="numeric" value={days} onChange={setDays} />
        <button type="submit" className="strong" disabled={!isFit}>
          {said.ban}
        </button>
      </div>
      <p className="hint">{said.banText}</p>
    </form>
  );
}
