/** Over every lite page: whose it is, and of which moment. Its link stays lite, and in the past. */
import { Lines } from '../../text/lines.tsx';
import { litePath } from './lite-path.ts';
import { PastLine } from './PastLine.tsx';
import type { View } from './view.ts';

export function LiteHead({ view }: { view: View }) {
  const { frame, words, lang, past } = view;
  return (
    <header>
      <Lines>
        {frame.agency.sample && <p className="sample">{words.sample}</p>}
        <PastLine view={view} />
        <p className="name">
          <a href={litePath(`/${lang}/${past}`)}>{frame.edition.agency}</a>
        </p>
      </Lines>
    </header>
  );
}
