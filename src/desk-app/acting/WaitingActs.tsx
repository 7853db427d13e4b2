/** The line at the foot: acts that go out in seconds, and what came of them. It is there on every screen, and after a reload. */
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { Failed } from '../api/ask.ts';
import { useKept } from '../api/kept.ts';
import { session } from '../api/session.ts';
import { now, useNow } from '../frame/clock.ts';
import { complain } from '../frame/complaints.ts';
import { useVerbs } from '../verbs/bound-verbs.ts';
import { Key } from '../verbs/VerbButton.tsx';
import { useWords } from '../words/WordsContext.tsx';
import { doNow, forget, freshAct, learnOutcome, type MyAct, myActs, undo } from './my-acts.ts';

/** What came of an act stands there this long, in milliseconds; a refusal until it is read. */
const shownMs = 6_000;

export function WaitingActs() {
  const { w } = useWords();
  const who = useKept(session);
  const me = 'me' in who ? who.me.id : '';
  const mine = useKept(myActs).filter(({ personId }) => personId === me);
  return (
    <section className="waiting-acts" aria-label={w.waitingActs.label} data-single-keys>
      {mine.map((act, at) => (
        <OneAct key={act.scheduledId} act={act} hasKeys={at === mine.length - 1} />
      ))}
    </section>
  );
}

function OneAct({ act, hasKeys }: { act: MyAct; hasKeys: boolean }) {
  const { w, f } = useWords();
  const at = useNow(250);
  const [isAsking, setAsking] = useState(false);
  const undoButton = useRef<HTMLButtonElement>(null);
  const seconds = Math.max(0, Math.ceil((Date.parse(act.dueAt) - at) / 1000));
  const isDue = seconds === 0;
  const waits = act.outcome === undefined;
  useOutcome(act, isDue);
  const attempt = (work: (act: MyAct) => Promise<void>) => async () => {
    setAsking(true);
    await work(act).catch((error: unknown) => {
      complain(error);
      // It may have gone out in the meantime.
      return learnOutcome(act).catch(() => undefined);
    });
    setAsking(false);
  };
  const canUndo = waits && !isDue && !isAsking;
  useVerbs(
    hasKeys ? { 'undo-act': canUndo ? attempt(undo) : null, 'act-now': canUndo ? attempt(doNow) : null } : {},
  );
  useEffect(() => {
    if (freshAct.get() !== act.scheduledId) return;
    freshAct.set(null);
    undoButton.current?.focus();
  }, [act.scheduledId]);
  const isOver = !waits || isDue;
  useLayoutEffect(() => {
    // The buttons go, and with them the focus would fall out of the screen.
    if (isOver && document.activeElement === document.body) backToWork();
  }, [isOver]);
  const name = act.code === null ? act.headline : f.digits(act.code);
  if (act.outcome)
    return (
      <p role="status" data-red={act.outcome.kind === 'refused' || undefined}>
        {outcomeWords()}{' '}
        <button type="button" className="quiet" onClick={() => forget(act)}>
          {w.frame.understood}
        </button>
      </p>
    );
  return (
    <p>
      <span role="timer" className="countdown">
        {isDue
          ? w.waitingActs.going(w.acting[act.kind], name)
          : w.waitingActs.in(w.acting[act.kind], name, f.number(seconds))}
      </span>{' '}
      <bdi className="headline">{act.headline}</bdi>{' '}
      {!isDue && (
        <>
          <button type="button" ref={undoButton} disabled={isAsking} onClick={attempt(undo)}>
            {w.waitingActs.undo} {hasKeys && <Key of="undo-act" />}
          </button>{' '}
          <button type="button" disabled={isAsking} onClick={attempt(doNow)}>
            {w.waitingActs.now} {hasKeys && <Key of="act-now" />}
          </button>
        </>
      )}
    </p>
  );

  function outcomeWords(): string {
    switch (act.outcome?.kind) {
      case 'done':
        return w.waitingActs.done(
          w.acted[act.kind],
          name,
          f.digits(act.outcome.version),
          f.clock(act.outcome.at),
        );
      case 'refused':
        return w.waitingActs.refused(w.acts[act.kind], name, act.outcome.sentence);
      default:
        return w.waitingActs.undone(w.acts[act.kind], name);
    }
  }
}

function backToWork(): void {
  // One after the other: asked for all at once the screen comes first, for the others stand in it.
  for (const place of ['.rows[aria-activedescendant]', '.rows', '.panel nav [aria-current]', '#screen']) {
    const found = document.querySelector<HTMLElement>(place);
    if (!found) continue;
    found.focus();
    return;
  }
}

/** When its time has come, asks until the server knows; afterwards the line goes by itself, unless it says "refused". */
function useOutcome(act: MyAct, isDue: boolean): void {
  const waits = act.outcome === undefined;
  useEffect(() => {
    if (!waits || !isDue) return;
    let isOver = false;
    const askAgain = async () => {
      while (!isOver) {
        await new Promise((resolve) => setTimeout(resolve, 700));
        const known = await learnOutcome(act).catch((error: unknown) => {
          // A story that is gone has no outcome to wait for.
          if (error instanceof Failed && error.failure.kind === 'refused') forget(act);
          return error instanceof Failed && error.failure.kind === 'refused';
        });
        if (known) return;
      }
    };
    void askAgain();
    return () => {
      isOver = true;
    };
  }, [waits, isDue, act]);
  useEffect(() => {
    if (waits || act.outcome?.kind === 'refused') return;
    const timer = setTimeout(
      () => forget(act),
      Math.max(0, shownMs - (now() - Date.parse(act.dueAt) - 1_000)),
    );
    return () => clearTimeout(timer);
  }, [waits, act]);
}
