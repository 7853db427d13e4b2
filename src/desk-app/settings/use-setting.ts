/** One part of the settings as it is being written: what is kept, what stands in its fields, and whether they differ. */
import { useState } from 'react';
import { ask } from '../api/ask.ts';
import { queries } from '../api/session.ts';

/** `mark` names the state that was read; a save says it back. */
export type KeptSetting<T> = { value: T; mark: string };

export type SettingDraft<Draft> = {
  draft: Draft;
  set: (change: Draft | ((before: Draft) => Draft)) => void;
  isChanged: boolean;
  /** @throws Failed, or an Error whose message is for people. */
  save: () => Promise<void>;
  /** Back to what is kept. */
  restore: () => void;
};

/**
 * `written`: the value as its fields have it. `read`: what the fields say, for the server.
 * @param name of the setting, as in `/api/settings/{name}`.
 */
export function useSetting<T, Draft>(
  name: string,
  kept: KeptSetting<T>,
  written: (value: T) => Draft,
  read: (draft: Draft) => unknown,
): SettingDraft<Draft> {
  const [base, setBase] = useState(kept);
  const [draft, set] = useState(() => written(kept.value));
  const save = async () => {
    const asked = { [name]: read(draft), seen: base.mark };
    const answer = await ask<Record<string, unknown>>('PUT', `/api/settings/${name}`, asked);
    const value = answer[name] as T;
    setBase({ value, mark: answer.mark as string });
    set(written(value));
    void queries.invalidateQueries({ queryKey: ['setup'] });
  };
  return {
    draft,
    set,
    isChanged: JSON.stringify(draft) !== JSON.stringify(written(base.value)),
    save,
    restore: () => set(written(base.value)),
  };
}
