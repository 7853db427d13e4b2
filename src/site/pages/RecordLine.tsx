/** The signed head of the log that a page carries: whoever keeps the page keeps the head, and can hold us to it. */
import type { ReactNode } from 'react';
import { digits } from '../words/dates.ts';
import type { View } from './view.ts';

/** Of the 44 letters of a hash: on a narrow screen it breaks in its middle, and its last sign does not stand alone. */
const half = 22;

export function RecordLine({ view, plain = false }: { view: View; plain?: boolean }): ReactNode {
  const { checkpoint } = view.frame;
  if (!checkpoint) return null;
  const said = view.words.proof.record(digits(view.words, checkpoint.size));
  return (
    <p className="record">
      {plain ? said : <a href={`/log/checkpoint/${checkpoint.size}`}>{said}</a>}{' '}
      <bdi dir="ltr">
        {checkpoint.root.slice(0, half)}
        <wbr />
        {checkpoint.root.slice(half)}
      </bdi>
    </p>
  );
}

/** The same on one line of plain text; empty: the page shows no act. */
export function recordText({ words, frame: { checkpoint } }: View): string {
  return checkpoint ? `${words.proof.record(digits(words, checkpoint.size))}: ${checkpoint.root}` : '';
}
