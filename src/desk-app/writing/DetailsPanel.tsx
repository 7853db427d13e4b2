/** What is said of a story beside its words: section, topics, slug, desk, priority, embargo. */
import type { DeskSetup, DeskStory, PlaceAsk } from '../../desk/desk-api.ts';
import { readAgain } from '../acting/my-acts.ts';
import { ask } from '../api/ask.ts';
import { useKept } from '../api/kept.ts';
import { go } from '../frame/address.ts';
import { complain } from '../frame/complaints.ts';
import { board } from '../monitoring/live-rows.ts';
import { sidePanel } from '../monitoring/view-state.ts';
import { useWords } from '../words/WordsContext.tsx';
import type { Draft } from './draft.ts';
import { EmbargoField } from './EmbargoField.tsx';
import { SubjectsField } from './SubjectsField.tsx';
import { ThreadField } from './ThreadField.tsx';
import { TopicsField } from './TopicsField.tsx';

type Props = { story: DeskStory; setup: DeskSetup; draft: Draft; isWritable: boolean };

export function DetailsPanel({ story, setup, draft, isWritable }: Props) {
  const { w, f } = useWords();
  const words = useKept(draft.words);
  const row = useKept(board).rows.get(story.row.id) ?? story.row;
  const edition = setup.editions.find(({ lang }) => lang === row.lang);
  const change = async (asked: PlaceAsk) => {
    try {
      await ask('PUT', `/api/desk/stories/${row.id}/place`, asked);
    } catch (error) {
      complain(error);
    }
    await readAgain(row.id);
  };
  const from = (as: 'copy' | 'follow-up' | 'translation') => () => {
    sidePanel.set({
      kind: 'new',
      from: { id: row.id, as, lang: row.lang, desk: row.desk, headline: words.headline },
    });
    go({ screen: 'stories' });
  };
  return (
    <div className="details">
      <label htmlFor="field-section">
        {w.fields.section}
        <select
          id="field-section"
          value={words.section}
          disabled={!isWritable}
          onChange={(event) => draft.change({ section: event.target.value })}
        >
          <option value="">{w.details.noSection}</option>
          {edition?.sections.map(({ slug, name }) => (
            <option key={slug} value={slug} lang={row.lang}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <TopicsField
        topics={words.topics}
        lang={row.lang}
        isWritable={isWritable}
        onChange={(topics) => draft.change({ topics })}
      />
      <SubjectsField
        subjects={words.subjects}
        lang={row.lang}
        isWritable={isWritable}
        onChange={(subjects) => draft.change({ subjects })}
      />
      <ThreadField
        thread={words.thread}
        lang={row.lang}
        isWritable={isWritable}
        onChange={(thread) => draft.change({ thread })}
      />
      <label htmlFor="field-slug">
        {w.fields.slug}
        <input
          id="field-slug"
          key={row.slug}
          dir="auto"
          defaultValue={row.slug}
          readOnly={!story.may.place}
          onBlur={(event) =>
            event.target.value !== row.slug && void change({ slug: event.target.value.trim() })
          }
        />
      </label>
      <div className="two">
        <label>
          {w.fields.desk}
          <select
            value={row.desk}
            disabled={!story.may.place}
            onChange={(event) => void change({ desk: event.target.value })}
          >
            {setup.desks.map(({ slug, name }) => (
              <option key={slug} value={slug}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label>
          {w.fields.priority}
          <select
            value={row.priority}
            disabled={!story.may.place}
            onChange={(event) => void change({ priority: Number(event.target.value) })}
          >
            {[1, 2, 3, 4, 5, 6, 7, 8, 9].map((one) => (
              <option key={one} value={one}>
                {f.digits(one)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <EmbargoField
        key={row.embargoUntil}
        until={row.embargoUntil}
        zone={setup.zone}
        dates={edition?.dates ?? null}
        readOnly={!story.may.place}
        onChange={(embargoUntil) => void change({ embargoUntil })}
      />
      <label className="choice">
        <input
          type="checkbox"
          checked={row.legal}
          disabled={!story.may.place}
          onChange={() => void change({ legal: !row.legal })}
        />
        {w.fields.legal}
      </label>
      {story.translations.length > 0 && (
        <section>
          <h3>{w.details.languages}</h3>
          <ul>
            {story.translations.map((one) => (
              <li key={one.id}>
                {one.lang}{' '}
                <a href={`#/story/${one.id}`} lang={one.lang} dir="auto">
                  {one.headline || w.rows.noHeadline}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      <div className="buttons">
        {(['copy', 'follow-up', 'translation'] as const).map((as) => (
          <button key={as} type="button" onClick={from(as)}>
            {w.newStory.titles[as]}
          </button>
        ))}
      </div>
    </div>
  );
}
