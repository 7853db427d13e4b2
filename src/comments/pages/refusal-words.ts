/** Why a comment was not taken, in the words of the reader, with what to do. */
import type { View } from '../../site/pages/view.ts';
import { counted, digits } from '../../site/words/dates.ts';
import type { Refused } from '../checks.ts';
import { type FieldFault, type FieldName, longestName, longestText } from '../comment.ts';

export function refusalWords(view: View, refused: Refused): string {
  const { words } = view;
  const said = words.comments;
  switch (refused.kind) {
    case 'closed':
      return said.closed;
    case 'faults':
      return (['name', 'email', 'text'] as const)
        .map((field) => faultWords(view, field, refused.faults[field]))
        .filter(Boolean)
        .join(' ');
    case 'stale':
      return said.stale;
    case 'too-quick':
      return said.tooQuick;
    case 'too-often':
      return counted(words, Math.ceil(refused.waitSeconds / 60), said.tooOften);
    case 'crowded':
      return said.crowded;
  }
}

/** Empty: nothing is wrong. */
export function faultWords({ words }: View, field: FieldName, fault: FieldFault | undefined): string {
  const { faults } = words.comments;
  if (fault === undefined) return '';
  if (field === 'email') return fault === 'empty' ? faults.noEmail : faults.wrongEmail;
  if (field === 'name')
    return fault === 'empty' ? faults.noName : faults.longName(digits(words, longestName));
  return fault === 'empty' ? faults.noText : faults.longText(digits(words, longestText));
}
