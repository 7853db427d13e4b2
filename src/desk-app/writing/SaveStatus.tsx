/** The line that says where the words are. It is true, or it says that it does not know. */
import { useKept } from '../api/kept.ts';
import { useWords } from '../words/WordsContext.tsx';
import type { Draft } from './draft.ts';
import { statusOf } from './save-queue.ts';

export function SaveStatus({ draft }: { draft: Draft }) {
  const { w, f } = useWords();
  const saving = useKept(draft.saving);
  const refusal = useKept(draft.refusal);
  const isKept = useKept(draft.isKept);
  const status = statusOf(saving);
  return (
    <p className="save-status" role="status" data-status={status}>
      {sentence()}
      {status !== 'saved' && !isKept && <b> {w.save.notKept}</b>}
    </p>
  );

  function sentence(): string {
    const { savedAt, revision } = saving;
    switch (status) {
      case 'saved':
        return savedAt ? w.save.saved(f.clock(savedAt), f.digits(revision)) : w.save.nothing;
      case 'changed':
        return w.save.changed;
      case 'saving':
        return w.save.saving;
      case 'offline':
        return isKept ? w.save.offline : w.save.offlineNotKept;
      case 'signed-out':
        return w.save.signedOut;
      case 'conflict':
        return w.save.conflict;
      case 'no-pen':
        return w.save.noPen;
      case 'refused':
        return w.save.refused(refusal);
    }
  }
}
