/** The comment under the cursor: its words, what it is about, what it answers, and what can be done with it. */

import { type RejectReason, rejectReasons } from '../../comments/comment.ts';
import type { QueueRow } from '../../comments/comment-api.ts';
import { useKept } from '../api/kept.ts';
import { hashOf } from '../frame/address.ts';
import { Panel } from '../frame/Panel.tsx';
import { VerbButton } from '../verbs/VerbButton.tsx';
import { useWords } from '../words/WordsContext.tsx';
import { BanForm } from './BanForm.tsx';
import { likenessWords, reasonWords } from './comment-words.ts';
import { decided, lastReason } from './queue.ts';
import { StoryTaken } from './StoryTaken.tsx';

type Props = {
  row: QueueRow;
  close: () => void;
  isBanning: boolean;
  setBanning: (on: boolean) => void;
  endBan: () => void;
  approve: () => void;
  reject: (reason: RejectReason) => void;
};

export function CommentPanel({ row, close, isBanning, setBanning, endBan, approve, reject }: Props) {
  const spoken = useWords();
  const { w, f } = spoken;
  const said = w.comments;
  const reason = useKept(lastReason);
  const mayUndo = useKept(decided).length > 0;
  const isDecided = row.state !== 'waiting' && row.state !== 'surge';
  return (
    <Panel className="comment" title={<bdi>{row.name}</bdi>} close={close}>
      <p className="facts">
        {[
          f.moment(row.sentAt),
          reasonWords(spoken, row),
          isDecided &&
            row.decidedBy &&
            said.decided(f.name(row.decidedBy), f.moment(row.decidedAt ?? row.sentAt)),
          row.hasEmail && said.gaveEmail,
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <div className="buttons">
        {row.state !== 'published' && (
          <VerbButton id="approve-comment" className="strong" onClick={approve} />
        )}
        {row.state !== 'rejected' && (
          <VerbButton
            id="reject-comment"
            word={`${w.verbs['reject-comment']} (${said.reasons[reason]})`}
            onClick={() => reject(reason)}
          />
        )}
        {row.state !== 'banned' && (
          <VerbButton id="ban-comment" onClick={() => setBanning(!isBanning)} pressed={isBanning} />
        )}
        {mayUndo && <VerbButton id="undo-act" className="quiet" />}
      </div>
      {isBanning && <BanForm row={row} close={endBan} />}
      <div className="comment-words site-face" lang={row.lang}>
        {row.text.split(/\n{2,}/).map((paragraph, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a text does not change
          <p key={at} dir="auto">
            {paragraph}
          </p>
        ))}
      </div>
      {likenessWords(spoken, row) && <p className="likeness">{likenessWords(spoken, row)}</p>}
      {row.state !== 'rejected' && (
        <fieldset className="buttons" aria-label={said.rejectBecause}>
          <span className="grey">{said.rejectBecause}</span>
          {rejectReasons.map((one) => (
            <button key={one} type="button" className="quiet" onClick={() => reject(one)}>
              {said.reasons[one]}
            </button>
          ))}
        </fieldset>
      )}
      {row.answers && (
        <section className="answers">
          <h3>{said.answers(f.name(row.answers.name))}</h3>
          <p dir="auto" lang={row.lang}>
            {row.answers.text}
          </p>
        </section>
      )}
      <section className="about">
        <h3 dir="auto" lang={row.lang}>
          {row.story.headline || w.rows.noHeadline}
        </h3>
        {!row.story.public && <p>{said.gone}</p>}
        {row.story.version < row.story.newest && (
          <p>{said.version(f.digits(row.story.version), f.digits(row.story.newest))}</p>
        )}
        <p>
          <a href={hashOf({ screen: 'story', id: row.story.id })}>{said.open}</a>{' '}
          <a href={`/${row.story.code}`} dir="ltr">
            {f.digits(row.story.code)}
          </a>
        </p>
        {row.story.public && <StoryTaken key={row.story.code} story={row.story} />}
      </section>
    </Panel>
  );
}
