/** What changed between two texts, field by field and word by word. */
import { Fragment } from 'react';
import type { FieldDifference } from '../../site/record-data.ts';
import type { Piece } from '../../text/word-difference.ts';
import { useWords } from '../words/WordsContext.tsx';

export function Differences({ fields, lang }: { fields: readonly FieldDifference[]; lang: string }) {
  const { w } = useWords();
  if (fields.length === 0) return <p className="empty">{w.difference.none}</p>;
  return (
    <div className="differences">
      {fields.map((one) => (
        <section key={one.field}>
          <h3>{w.fields[one.field]}</h3>
          {one.kind === 'gap' && <p className="hint">{w.difference.gap}</p>}
          {one.kind === 'marks' && <p className="hint">{w.difference.marks}</p>}
          {one.kind === 'words' && (
            <p className="site-face" lang={lang} dir="auto">
              <Pieces pieces={one.pieces} />
            </p>
          )}
          {one.kind === 'body' &&
            withoutSame(one.blocks).map((block, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: blocks have no names, and are drawn once
              <Fragment key={at}>
                {block === 'same' ? (
                  <p className="elision">
                    <span aria-hidden="true">…</span>
                    <span className="unseen">{w.difference.same}</span>
                  </p>
                ) : (
                  <p className="site-face" lang={block.lang ?? lang} dir={block.dir ?? 'auto'}>
                    {block.change === 'marks' && <small>{w.difference.marks} </small>}
                    <Pieces pieces={block.pieces} />
                  </p>
                )}
              </Fragment>
            ))}
        </section>
      ))}
    </div>
  );
}

function Pieces({ pieces }: { pieces: readonly Piece[] }) {
  return pieces.map((piece, at) => {
    const key = at;
    if (piece.kind === 'gone') return <del key={key}>{piece.text}</del>;
    if (piece.kind === 'new') return <ins key={key}>{piece.text}</ins>;
    return <Fragment key={key}>{piece.text}</Fragment>;
  });
}

type Blocks = Extract<FieldDifference, { kind: 'body' }>['blocks'];

/** Of what did not change nothing but its place is shown. */
function withoutSame(blocks: Blocks): (Blocks[number] | 'same')[] {
  return blocks.flatMap((block, at): (Blocks[number] | 'same')[] => {
    if (block.change !== 'same') return [block];
    return blocks[at - 1]?.change === 'same' ? [] : ['same'];
  });
}
