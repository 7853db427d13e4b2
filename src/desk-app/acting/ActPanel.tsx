/** One panel for every act: which one, what the rules say, why, what readers are told, when; then one key. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { instantIn } from '../../dates/zoned-time.ts';
import type { ActedJson, DeskSetup, DeskStory, PreflightJson } from '../../desk/desk-api.ts';
import type { ActKind } from '../../record/act.ts';
import { ask, Failed } from '../api/ask.ts';
import { useKept } from '../api/kept.ts';
import { session } from '../api/session.ts';
import { failureWords } from '../frame/failure-words.ts';
import { board } from '../monitoring/live-rows.ts';
import { useVerbs } from '../verbs/bound-verbs.ts';
import { Key } from '../verbs/VerbButton.tsx';
import { latinDigits } from '../words/format.ts';
import { useWords } from '../words/WordsContext.tsx';
import { ActFields } from './ActFields.tsx';
import { type ActForm, askOf, basedOnOf, canWait, emptyForm, hasPreflight, isAtOnce } from './act-form.ts';
import { beginWaiting, readAgain } from './my-acts.ts';
import { noteCheck, Preflight, type ToField } from './Preflight.tsx';
import { Scheduled } from './Scheduled.tsx';

function isNoDraft({ failure }: Failed): boolean {
  return failure.kind === 'refused' && failure.why === 'no-draft';
}

type Props = {
  story: DeskStory;
  setup: DeskSetup;
  /** The act that was asked for; the panel offers the others that may be. */
  kind: ActKind | null;
  /** Brings what is written to the server first. @returns the draft's revision, null where that could not be done. */
  settle: () => Promise<number | null>;
  toField?: ToField;
  takesFocus: boolean;
  /** Where what is filled in is kept for another panel of the same story. */
  filledIn?: { current: ActForm | null };
  /** After the act, with a sentence of what came of it. */
  onActed: (sentence: string) => void;
};

export function ActPanel({ story, setup, kind, settle, toField, takesFocus, filledIn, onActed }: Props) {
  const { w, f } = useWords();
  const acts = story.may.acts;
  const first = kind && acts.includes(kind) ? kind : acts[0];
  const [form, setForm] = useState<ActForm>(() => {
    const kept = filledIn?.current;
    return kept && acts.includes(kept.kind) ? kept : emptyForm(first ?? 'publish', setup);
  });
  const fillIn = (next: ActForm) => {
    if (filledIn) filledIn.current = next;
    setForm(next);
  };
  const [wrong, setWrong] = useState('');
  const [isAsking, setAsking] = useState(false);
  const [isBeside, setBeside] = useState(false);
  const box = useRef<HTMLFormElement>(null);
  const client = useQueryClient();
  const { code } = story.row;
  const name = code === null ? '' : f.digits(code);
  const waiting = story.scheduled.find(({ state, undoable }) => state === 'waiting' && undoable);
  // The list hears of saves sooner than the story is read again.
  const row = useKept(board).rows.get(story.row.id) ?? story.row;
  const goesOutAt = canWait(form.kind) && form.at ? instantIn(setup.zone, form.at).toISOString() : '';
  const preflight = useQuery({
    queryKey: ['preflight', story.row.id, row.changedAt, row.legal, row.embargoUntil, form.flash, goesOutAt],
    queryFn: async () => {
      // What is asked about is what the server has: it gets the newest words first.
      const revision = await settle();
      // Readers have all there is: nothing is to go out.
      if (revision === 0) return null;
      const said = new URLSearchParams({
        ...(form.flash ? { flash: '1' } : {}),
        ...(goesOutAt ? { at: goesOutAt } : {}),
      });
      return ask<PreflightJson>('GET', `/api/desk/stories/${story.row.id}/preflight?${said}`).catch(
        (error: unknown) => {
          // Published in the meantime: there is no draft any more.
          if (error instanceof Failed && isNoDraft(error)) return null;
          throw error;
        },
      );
    },
    enabled: hasPreflight(form.kind) && !waiting,
    placeholderData: (before) => before,
  });
  useEffect(() => {
    // A kill has no undo: whoever asked for it is asked why before anything else.
    const wanted = form.kind === 'kill' ? 'textarea' : 'input:checked, select, textarea, button';
    if (takesFocus) box.current?.querySelector<HTMLElement>(wanted)?.focus();
  }, [takesFocus]);

  const act = async () => {
    if (isAsking || !first) return;
    setAsking(true);
    setWrong('');
    try {
      const revision = await settle();
      if (revision === null) return setWrong(w.act.notSaved);
      const replacement = Number(latinDigits(form.replacement).trim());
      const acted = await ask<ActedJson>(
        'POST',
        `/api/desk/stories/${story.row.id}/acts`,
        askOf(form, {
          basedOn: basedOnOf(story),
          revision,
          zone: setup.zone,
          code: form.replacement.trim() ? replacement : null,
        }),
      );
      tell(acted);
      await readAgain(story.row.id);
    } catch (error) {
      if (!(error instanceof Failed)) throw error;
      setWrong(failureWords(w, error.failure));
      void client.invalidateQueries({ queryKey: ['story', story.row.id] });
    } finally {
      setAsking(false);
    }
  };
  const tell = (acted: ActedJson) => {
    if ('done' in acted) {
      const { code, version, at } = acted.done;
      return onActed(w.waitingActs.done(w.acted[form.kind], f.digits(code), f.digits(version), f.clock(at)));
    }
    const { id, dueAt, undoable } = acted.waiting;
    if (!undoable) return onActed(w.due[form.kind](f.moment(dueAt)));
    const who = session.get();
    const personId = 'me' in who ? who.me.id : '';
    beginWaiting({
      storyId: story.row.id,
      scheduledId: id,
      personId,
      kind: form.kind,
      code,
      headline: story.fields.headline,
      dueAt,
    });
    onActed('');
  };
  const isPlanned = story.scheduled.some(({ state }) => state === 'waiting') && !isBeside;
  useVerbs({ 'do-act': first && !isPlanned ? () => void act() : null });

  if (waiting) return <p className="hint">{w.act.waits(w.acts[waiting.kind])}</p>;
  if (!first) return <p className="hint">{w.act.none}</p>;
  // What is arranged stands first: nobody who only looks is to send it out by the key that arranged it.
  const planned = story.scheduled.filter(({ state, undoable }) => state === 'waiting' && !undoable);
  if (planned.length > 0 && !isBeside)
    return (
      <>
        <Scheduled story={story} planned={planned} />
        <div className="buttons">
          <button type="button" className="quiet" onClick={() => setBeside(true)}>
            {w.act.beside}
          </button>
        </div>
      </>
    );
  const asked = hasPreflight(form.kind);
  const checks =
    asked && !preflight.data ? [] : [...((asked && preflight.data?.checks) || []), ...noteCheck(w, form)];
  const isRed = form.kind === 'kill' || form.flash;
  return (
    <form
      ref={box}
      className="act"
      onSubmit={(event) => {
        event.preventDefault();
        void act();
      }}
    >
      <fieldset className="acts-choice">
        <legend className="unseen">{w.act.which}</legend>
        {acts.map((one) => (
          <label key={one} className="choice" data-red={one === 'kill' || undefined}>
            <input
              type="radio"
              name="act"
              checked={form.kind === one && !form.flash}
              onChange={() => fillIn({ ...emptyForm(one, setup), note: form.note })}
            />
            {w.acts[one]}
          </label>
        ))}
        {acts.includes('publish') && (
          <label className="choice" data-red>
            <input
              type="radio"
              name="act"
              checked={form.flash}
              onChange={() => fillIn({ ...emptyForm('publish', setup), flash: true })}
            />
            {w.act.asFlash}
          </label>
        )}
      </fieldset>
      {hasPreflight(form.kind) && preflight.data === null && <p className="hint">{w.act.noChange}</p>}
      {checks.length > 0 && <Preflight checks={checks} toField={toField} />}
      <ActFields
        lang={story.row.lang}
        form={form}
        setForm={fillIn}
        setup={setup}
        embargoUntil={story.row.embargoUntil}
      />
      <p className="hint">
        {canWait(form.kind) && form.at ? w.act.later : isAtOnce(form) ? w.act.atOnce : w.act.tenSeconds}
      </p>
      <p className="wrong" role="alert">
        {wrong}
      </p>
      <div className="buttons">
        <button type="submit" className={isRed ? 'strong red' : 'strong'} disabled={isAsking}>
          {buttonWords()} <Key of="do-act" />
        </button>
      </div>
    </form>
  );

  function buttonWords(): string {
    const word = form.flash ? w.act.asFlash : w.acts[form.kind];
    return canWait(form.kind) && form.at ? w.act.schedule(word, name) : w.act.doIt(word, name);
  }
}
