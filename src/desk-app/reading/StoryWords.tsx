/** A story's words to be read, without an editor. */
import { Fragment, type ReactNode } from 'react';
import type { StoryFields } from '../../stories/story.ts';
import { inlineHtml } from '../../text/inline-html.tsx';
import type { Block, BlockAttrs, Cell, List, StoryText } from '../../text/story-text.ts';

const settings = { topicHref: () => null };

export function StoryWords({ fields, lang }: { fields: StoryFields; lang: string }) {
  return (
    <div className="story-words site-face" lang={lang} dir="auto">
      <p className="headline">{fields.headline}</p>
      {fields.lead && <p className="lead">{fields.lead}</p>}
      <BodyWords body={fields.body} />
    </div>
  );
}

export function BodyWords({ body }: { body: StoryText }) {
  return <>{body.content.map((block, at) => keyed(at, <BlockWords block={block} />))}</>;
}

export function BlockWords({ block }: { block: Block }): ReactNode {
  switch (block.type) {
    case 'paragraph':
      return <p {...where(block.attrs)}>{inlineHtml(block.content, settings)}</p>;
    case 'heading':
      return (
        <p className="subhead" {...where(block.attrs)}>
          {inlineHtml(block.content, settings)}
        </p>
      );
    case 'quote':
      return (
        <blockquote {...where(block.attrs)}>
          {block.content.map((one, at) => keyed(at, <BlockWords block={one} />))}
        </blockquote>
      );
    case 'list':
      return <ListWords list={block} />;
    case 'table':
      return (
        <table {...where(block.attrs)}>
          <tbody>
            {block.content.map((row, at) =>
              keyed(at, <tr>{row.content.map((cell, place) => keyed(place, <CellWords cell={cell} />))}</tr>),
            )}
          </tbody>
        </table>
      );
    case 'image':
      return (
        <figure>
          {block.attrs.picture && (
            <img src={`/api/desk/pictures/${block.attrs.picture}`} alt={block.attrs.alt} />
          )}
          <figcaption>
            {block.attrs.caption} {block.attrs.credit}
          </figcaption>
        </figure>
      );
  }
}

function ListWords({ list }: { list: List }) {
  const Kind = list.attrs.ordered ? 'ol' : 'ul';
  return (
    <Kind {...where(list.attrs)}>
      {list.content.map((item, at) =>
        keyed(
          at,
          <li {...where(item.attrs)}>
            {item.content.map((part, place) => keyed(place, <BlockWords block={part} />))}
          </li>,
        ),
      )}
    </Kind>
  );
}

function CellWords({ cell }: { cell: Cell }) {
  const Kind = cell.attrs?.header ? 'th' : 'td';
  return (
    <Kind {...where(cell.attrs)}>{cell.content.map((one, at) => keyed(at, <BlockWords block={one} />))}</Kind>
  );
}

/** Blocks have no names of their own; their places are their keys, for they are drawn once. */
function keyed(at: number, node: ReactNode): ReactNode {
  return <Fragment key={at}>{node}</Fragment>;
}

function where(attrs: BlockAttrs | undefined): { dir?: 'ltr' | 'rtl'; lang?: string } {
  return { ...(attrs?.dir ? { dir: attrs.dir } : {}), ...(attrs?.lang ? { lang: attrs.lang } : {}) };
}
