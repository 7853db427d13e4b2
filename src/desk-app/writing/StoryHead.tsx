/** The line above a story: which one, where it stands, who is in it, where its words are. */
import { useState } from 'react';
import type { DeskSetup, DeskStory } from '../../desk/desk-api.ts';
import { useKept } from '../api/kept.ts';
import { hashOf } from '../frame/address.ts';
import { board } from '../monitoring/live-rows.ts';
import { stageWords, stateWords } from '../monitoring/row-words.ts';
import { place } from '../monitoring/use-list-verbs.ts';
import { Key } from '../verbs/VerbButton.tsx';
import { useWords } from '../words/WordsContext.tsx';
import type { Draft } from './draft.ts';
import { SaveStatus } from './SaveStatus.tsx';
import type { Pen } from './use-pen.ts';

type Props = {
  story: DeskStory;
  setup: DeskSetup;
  draft: Draft;
  pen: Pen;
  take: () => void;
  openAct: () => void;
};

export function StoryHead({ story, setup, draft, pen, take, openAct }: Props) {
  const spoken = useWords();
  const { w, f } = spoken;
  const [isTaking, setTaking] = useState(false);
  // The list hears of changes sooner than the story is read again.
  const row = useKept(board).rows.get(story.row.id) ?? story.row;
  const stages = setup.desks.find(({ slug }) => slug === row.desk)?.stages ?? [];
  const at = stages.findIndex(({ slug }) => slug === row.stage);
  const mayGoTo = (stage: number) =>
    story.may.place || stage === at || (story.may.handIn && stage === at + 1);
  const state = stateWords(spoken, row);
  return (
    <header className="story-head">
      <a href={hashOf({ screen: 'stories' })}>
        {w.frame.stories} <Key of="close" />
      </a>
      <h1>
        {row.code === null ? w.rows.noCode : f.digits(row.code)} <small>{row.lang}</small>
      </h1>
      {row.stage !== null && (
        <select
          aria-label={w.fields.stage}
          value={row.stage}
          disabled={!story.may.place && !(story.may.handIn && at < stages.length - 1)}
          onChange={(event) => void place(row.id, { stage: event.target.value })}
        >
          {!stages.some(({ slug }) => slug === row.stage) && <option value={row.stage}>{row.stage}</option>}
          {stages.map(({ slug }, stage) => (
            <option key={slug} value={slug} disabled={!mayGoTo(stage)}>
              {stageWords(w, setup.desks, slug)}
            </option>
          ))}
        </select>
      )}
      {state && (
        <span className="state" data-red={row.state === 'killed' || undefined}>
          {state}
        </span>
      )}
      <Presence />
      <span className="push" />
      <SaveStatus draft={draft} />
      <button type="button" className="strong" onClick={openAct}>
        {story.may.acts[0] ? w.acts[story.may.acts[0]] : w.verbs['act-panel']} <Key of="act-panel" />
      </button>
    </header>
  );

  function Presence() {
    if (pen.mine || !story.may.write) {
      const names = pen.others.map(({ name }) => f.name(name)).join(w.comma);
      return names ? <span className="presence">{w.rows.reads(names)}</span> : null;
    }
    const name = f.name(pen.pen?.name ?? '');
    return (
      <span className="presence" role="status">
        {name ? w.pen.has(name) : w.pen.free}{' '}
        {isTaking ? (
          <>
            {w.pen.sure(name)}{' '}
            <button type="button" onClick={() => [take(), setTaking(false)]}>
              {w.verbs['take-pen']}
            </button>{' '}
            <button type="button" className="quiet" onClick={() => setTaking(false)}>
              {w.frame.cancel}
            </button>
          </>
        ) : (
          <button type="button" onClick={() => (name ? setTaking(true) : take())}>
            {w.verbs['take-pen']}
          </button>
        )}
      </span>
    );
  }
}
