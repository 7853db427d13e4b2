/** A flash: one line, out at once. What is typed outlives the tab; a failed step is taken up where it broke off. */
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { Failed } from '../api/ask.ts';
import { remember, useKept } from '../api/kept.ts';
import { setupQuery } from '../api/session.ts';
import { tab } from '../api/tab.ts';
import { go } from '../frame/address.ts';
import { failureWords } from '../frame/failure-words.ts';
import { Panel } from '../frame/Panel.tsx';
import { selected, sidePanel } from '../monitoring/view-state.ts';
import { useVerbs } from '../verbs/bound-verbs.ts';
import { Key } from '../verbs/VerbButton.tsx';
import { useWords } from '../words/WordsContext.tsx';
import { lengthOf } from '../writing/count-text.ts';
import { type FlashProgress, type FlashText, sendFlash } from './make-story.ts';
import { PlaceFields } from './PlaceFields.tsx';

const text = remember<FlashText>('flash', { lang: '', desk: '', headline: '', lead: '', dateline: '' });

type Sent = { id: number; code: number; at: string };

export function FlashPanel({ close }: { close: () => void }) {
  const { w, f } = useWords();
  const { data: setup } = useQuery(setupQuery);
  const said = useKept(text);
  const [wrong, setWrong] = useState('');
  const [isSending, setSending] = useState(false);
  const [sent, setSent] = useState<Sent | null>(null);
  const progress = useRef<FlashProgress>({ id: null, revision: null });
  const headline = useRef<HTMLTextAreaElement>(null);
  useEffect(() => headline.current?.focus(), []);
  const lang = said.lang || setup?.editions[0]?.lang || '';
  const desk = said.desk || setup?.desks[0]?.slug || '';
  const limit = setup?.limits.flash?.headline ?? setup?.limits.wire?.headline;
  const length = lengthOf(said.headline, lang);
  const dir = setup?.editions.find((one) => one.lang === lang)?.dir;

  const send = async () => {
    if (isSending || said.headline.trim() === '') return headline.current?.focus();
    setSending(true);
    setWrong('');
    try {
      const done = await sendFlash({ ...said, lang, desk }, progress.current, tab);
      const id = progress.current.id as number;
      if (done) setSent({ id, code: done.code, at: done.at });
      else go({ screen: 'story', id });
      progress.current = { id: null, revision: null };
      text.set({ ...said, headline: '', lead: '' });
      selected.set(id);
    } catch (error) {
      if (!(error instanceof Failed)) throw error;
      setWrong(failureWords(w, error.failure));
    } finally {
      setSending(false);
    }
  };
  useVerbs({ 'do-act': sent ? null : () => void send() });

  if (sent)
    return (
      <Panel title={w.verbs.flash} close={close}>
        <p role="status" className="outcome">
          {w.flash.out(f.digits(sent.code), f.clock(sent.at))}
        </p>
        <div className="buttons">
          <button
            type="button"
            className="strong"
            // biome-ignore lint/a11y/noAutofocus: a flash is followed by its story, Enter goes on
            autoFocus
            onClick={() => {
              sidePanel.set({ kind: 'act', id: sent.id, act: 'update' });
              go({ screen: 'story', id: sent.id });
            }}
          >
            {w.flash.goOn}{' '}
            <span className="key" aria-hidden="true">
              ↵
            </span>
          </button>
          <button type="button" onClick={() => setSent(null)}>
            {w.flash.another}
          </button>
        </div>
      </Panel>
    );
  const set = (change: Partial<FlashText>) => text.set({ ...said, ...change });
  return (
    <Panel title={w.verbs.flash} close={close} className="flash">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <label>
          <span>
            {w.fields.headline}{' '}
            <small data-over={(limit !== undefined && length > limit) || undefined}>
              {limit === undefined ? f.number(length) : w.counts.of(f.number(length), f.number(limit))}
            </small>
          </span>
          <textarea
            ref={headline}
            className="site-face big"
            rows={3}
            required
            lang={lang}
            dir={dir}
            value={said.headline}
            onChange={(event) => set({ headline: event.target.value.replace(/\s*\n\s*/g, ' ') })}
          />
        </label>
        <label>
          {w.flash.lead}
          <textarea
            className="site-face"
            rows={3}
            lang={lang}
            dir={dir}
            value={said.lead}
            onChange={(event) => set({ lead: event.target.value })}
          />
        </label>
        <label>
          {w.fields.dateline}
          <input
            dir="auto"
            value={said.dateline}
            onChange={(event) => set({ dateline: event.target.value })}
          />
        </label>
        <PlaceFields lang={lang} desk={desk} onChange={set} />
        <p className="hint">{w.flash.hint}</p>
        <p className="wrong" role="alert">
          {wrong}
        </p>
        <div className="buttons">
          <button type="submit" className="strong red" disabled={isSending}>
            {isSending ? w.flash.sending : w.flash.send} <Key of="do-act" />
          </button>
        </div>
      </form>
    </Panel>
  );
}
