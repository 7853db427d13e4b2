/** The fields of the forms about mail. */
import type { ReactNode } from 'react';
import type { View } from '../../site/pages/view.ts';
import { timeWords } from '../../site/words/dates.ts';
import type { Every } from '../../site/words/mail-words.ts';
import { each } from '../../text/lines.tsx';
import { type FollowingKind, oftenOf, oftenWords } from '../following.ts';

export function AddressField({ view, value, id }: { view: View; value: string; id: string }): ReactNode {
  return (
    <div className="field address-field">
      <label htmlFor={id}>{view.words.mail.address}</label>
      {'\n'}
      <input
        id={id}
        name="address"
        type="email"
        autoComplete="email"
        dir="ltr"
        required
        maxLength={254}
        defaultValue={value}
      />
    </div>
  );
}

type Often = { view: View; kind: FollowingKind; value: Every; id: string };

export function OftenField({ view, kind, value, id }: Often): ReactNode {
  return (
    <div className="field">
      <label htmlFor={id}>{view.words.mail.every}</label>
      {'\n'}
      <select id={id} name="every" defaultValue={value}>
        {each(oftenOf[kind], (every) => (
          <option value={every}>{oftenWords(view.frame.edition, every)}</option>
        ))}
      </select>
    </div>
  );
}

const hours = Array.from({ length: 24 }, (_, hour) => hour);

export function HourField({ view, value, id }: { view: View; value: number; id: string }): ReactNode {
  const { words } = view;
  return (
    <div className="field">
      <label htmlFor={id}>{words.mail.hour}</label>
      {'\n'}
      <select id={id} name="hour" defaultValue={value}>
        {each(hours, (hour) => (
          <option value={hour}>{timeWords(words, 'UTC', new Date(hour * 3_600_000))}</option>
        ))}
      </select>
    </div>
  );
}
