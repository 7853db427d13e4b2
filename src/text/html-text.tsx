/** A body as HTML. Between any two blocks, items, cells and lines stands a white space, so that no copy can glue words. */
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { type InlineSettings, inlineHtml } from './inline-html.tsx';
import { each } from './lines.tsx';
import type {
  Block,
  BlockAttrs,
  Cell,
  Image,
  List,
  ListItem,
  Paragraph,
  Row,
  StoryText,
  Table,
} from './story-text.ts';

export type BodySettings = InlineSettings & {
  /** What stands above a picture's caption; null: only the caption. `index` counts the body's pictures from 0. */
  picture: (image: Image['attrs'], index: number) => ReactNode;
};

/** The body's blocks, without an element around them. */
export function BodyHtml({ body, settings }: { body: StoryText; settings: BodySettings }): ReactNode {
  let pictures = 0;
  return each(body.content, (block) => {
    if (block.type !== 'image') return <TextBlock block={block} settings={settings} />;
    return <Figure image={block.attrs} shown={settings.picture(block.attrs, pictures++)} />;
  });
}

/** The same as a string of HTML, for feeds and wire formats. */
export function bodyHtml(body: StoryText, settings: BodySettings): string {
  return renderToStaticMarkup(<BodyHtml body={body} settings={settings} />);
}

type Settings = { settings: InlineSettings };

function TextBlock({ block, settings }: { block: Exclude<Block, Image> } & Settings): ReactNode {
  switch (block.type) {
    case 'paragraph':
      return <ParagraphHtml paragraph={block} settings={settings} />;
    case 'heading': {
      const Heading = `h${block.attrs.level}` as const;
      return <Heading {...where(block.attrs)}>{inlineHtml(block.content, settings)}</Heading>;
    }
    case 'quote':
      return <blockquote {...where(block.attrs)}>{paragraphs(block.content, settings)}</blockquote>;
    case 'list':
      return <ListHtml list={block} settings={settings} />;
    case 'table':
      return <TableHtml table={block} settings={settings} />;
  }
}

function ParagraphHtml({ paragraph, settings }: { paragraph: Paragraph } & Settings): ReactNode {
  return <p {...where(paragraph.attrs)}>{inlineHtml(paragraph.content, settings)}</p>;
}

function ListHtml({ list, settings }: { list: List } & Settings): ReactNode {
  const Kind = list.attrs.ordered ? 'ol' : 'ul';
  return (
    <Kind {...where(list.attrs)}>
      {each(list.content, (item) => (
        <li {...where(item.attrs)}>{itemParts(item, settings)}</li>
      ))}
    </Kind>
  );
}

function itemParts(item: ListItem, settings: InlineSettings): ReactNode {
  return each(item.content, (part) =>
    part.type === 'list' ? (
      <ListHtml list={part} settings={settings} />
    ) : (
      <ParagraphHtml paragraph={part} settings={settings} />
    ),
  );
}

function TableHtml({ table, settings }: { table: Table } & Settings): ReactNode {
  const [first, ...others] = table.content;
  const headed = others.length > 0 && first?.content.every((cell) => cell.attrs?.header);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls, and a keyboard must be able to scroll it
    <div className="table" tabIndex={0}>
      <table {...where(table.attrs)}>
        {headed && first && <thead>{rowHtml(first, 'col', settings)}</thead>}
        {'\n'}
        <tbody>{each(headed ? others : table.content, (row) => rowHtml(row, 'row', settings))}</tbody>
      </table>
    </div>
  );
}

function rowHtml(row: Row, scope: 'col' | 'row', settings: InlineSettings): ReactNode {
  return <tr>{each(row.content, (cell) => cellHtml(cell, scope, settings))}</tr>;
}

function cellHtml(cell: Cell, scope: 'col' | 'row', settings: InlineSettings): ReactNode {
  const inner = paragraphs(cell.content, settings);
  if (!cell.attrs?.header) return <td {...where(cell.attrs)}>{inner}</td>;
  return (
    <th scope={scope} {...where(cell.attrs)}>
      {inner}
    </th>
  );
}

function Figure({ image, shown }: { image: Image['attrs']; shown: ReactNode }): ReactNode {
  const said = image.caption !== '' || image.credit !== '';
  if (!shown && !said) return null;
  return (
    <figure>
      {shown}
      {'\n'}
      {said && (
        <figcaption>
          {image.caption}
          {'\n'}
          {image.credit !== '' && <span className="credit">{image.credit}</span>}
        </figcaption>
      )}
    </figure>
  );
}

function paragraphs(content: Paragraph[], settings: InlineSettings): ReactNode {
  return each(content, (paragraph) => <ParagraphHtml paragraph={paragraph} settings={settings} />);
}

function where(attrs: BlockAttrs | undefined): { dir?: 'ltr' | 'rtl'; lang?: string } {
  return { ...(attrs?.dir ? { dir: attrs.dir } : {}), ...(attrs?.lang ? { lang: attrs.lang } : {}) };
}
