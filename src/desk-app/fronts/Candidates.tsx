/** Public stories that can come to the front: the newest, or those that have the words that somebody types. */
import { useQuery } from '@tanstack/react-query';
import { type RefObject, useState } from 'react';
import type { CandidatesJson, FrontStoryJson } from '../../fronts/front-api.ts';
import type { Direction } from '../../text/story-text.ts';
import { ask } from '../api/ask.ts';
import { latinDigits } from '../words/format.ts';
import { useWords } from '../words/WordsContext.tsx';
import { type Carrying, candidateOf, focusOn } from './use-carrying.ts';

type Props = {
  edition: { lang: string; dir: Direction };
  section: string;
  carrying: Carrying;
  mayArrange: boolean;
  /** In which place a story stands already; null: in none. */
  placeOfStory: (code: number) => string | null;
  /** Where a story that was picked up by key is to be put down. */
  toPlaces: () => void;
  screen: RefObject<HTMLElement | null>;
};

export function Candidates({ edition, section, screen, ...others }: Props) {
  const { w } = useWords();
  const [text, setText] = useState('');
  const [chosen, choose] = useState(0);
  const asked = latinDigits(text).trim();
  const { data } = useQuery({
    queryKey: ['front', edition.lang, section, 'candidates', asked],
    queryFn: () =>
      ask<CandidatesJson>(
        'GET',
        `/api/desk/fronts/${encodeURIComponent(edition.lang)}/candidates?${new URLSearchParams({ section, q: asked })}`,
      ),
    placeholderData: (last) => last,
  });
  const stories = data?.stories ?? [];
  const entry = stories.some(({ code }) => code === chosen) ? chosen : stories[0]?.code;
  return (
    <section className="candidates" aria-labelledby="candidates">
      <h2 id="candidates">{w.fronts.candidates}</h2>
      <input
        type="search"
        aria-label={w.fronts.find}
        placeholder={w.fronts.find}
        dir="auto"
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' || entry === undefined) return;
          event.preventDefault();
          focusOn(screen, candidateOf(entry));
        }}
      />
      {data && stories.length === 0 && <p className="grey">{w.fronts.noneFound}</p>}
      <ul
        data-front-keys
        aria-labelledby="candidates"
        onKeyUp={(event) => event.code === 'Space' && event.preventDefault()}
      >
        {stories.map((story) => (
          <Candidate
            key={story.code}
            story={story}
            edition={edition}
            {...others}
            isEntry={story.code === entry}
            choose={() => choose(story.code)}
          />
        ))}
      </ul>
    </section>
  );
}

function Candidate({
  story,
  edition,
  carrying,
  mayArrange,
  placeOfStory,
  toPlaces,
  isEntry,
  choose,
}: Omit<Props, 'section' | 'screen'> & { story: FrontStoryJson; isEntry: boolean; choose: () => void }) {
  const { w, f } = useWords();
  const place = placeOfStory(story.code);
  const isInHand = carrying.story?.code === story.code && carrying.from === null;
  return (
    <li
      className="candidate"
      data-in-hand={isInHand || undefined}
      draggable={mayArrange}
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move';
        event.dataTransfer.setData('text/plain', story.headline);
        carrying.pickUp(story, null);
      }}
      onDragEnd={() => carrying.leave()}
    >
      <button
        type="button"
        data-candidate={story.code}
        tabIndex={isEntry ? 0 : -1}
        aria-pressed={isInHand}
        disabled={!mayArrange}
        onFocus={choose}
        onClick={(event) => {
          if (isInHand) return carrying.leave();
          carrying.pickUp(story, null);
          if (event.detail === 0) toPlaces();
        }}
      >
        <time dateTime={story.at}>{f.moment(story.at)}</time>
        <span className="code">{f.digits(story.code)}</span>
        {place && <small>{w.fronts.onFront(place)}</small>}
        <span lang={edition.lang} dir={edition.dir} className="headline">
          {story.headline}
        </span>
      </button>
    </li>
  );
}
