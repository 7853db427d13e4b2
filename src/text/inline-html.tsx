/** The words of one block as HTML. Marks add no space and lose none. */
import type { ReactNode } from 'react';
import { safeLink } from './safe-link.ts';
import type { Inline, Mark, TextRun } from './story-text.ts';

export type InlineSettings = {
  /** Address of a topic's page, or null where mentions are not to be links. */
  topicHref: (slug: string) => string | null;
  /** Draws a link to a path of the agency's own site, where that is not at hand; absent: a link like any other. */
  ownLink?: (path: string, inner: ReactNode) => ReactNode;
};

type Piece = { text: string; marks: Mark[] } | null;

/** Outermost first: a link then always is one element, also where a part of it is strong. */
const order: Mark['type'][] = ['link', 'topic', 'date', 'strong', 'emphasis'];

export function inlineHtml(content: Inline[] | undefined, settings: InlineSettings): ReactNode[] {
  const pieces = (content ?? []).map(
    (inline): Piece => (inline.type === 'break' ? null : { text: inline.text, marks: orderedMarks(inline) }),
  );
  return nest(pieces, settings);
}

/** Marks of a run from the outside in. A link in a link cannot be: the editor's own link wins over a topic's. */
export function orderedMarks(run: TextRun): Mark[] {
  const marks = (run.marks ?? []).filter(
    (mark) => mark.type !== 'link' || safeLink(mark.attrs.href) !== null,
  );
  const linked = marks.some((mark) => mark.type === 'link');
  return order.flatMap((type) => marks.filter((mark) => mark.type === type && !(linked && type === 'topic')));
}

export function sameMark(a: Mark, b: Mark): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Neighbours that share their outermost mark become one element. */
function nest(pieces: Piece[], settings: InlineSettings): ReactNode[] {
  const nodes: ReactNode[] = [];
  let at = 0;
  while (at < pieces.length) {
    const piece = pieces[at] ?? null;
    const mark = piece?.marks[0];
    const start = at;
    at += 1;
    if (!piece) nodes.push(<br key={start} />, '\n');
    else if (!mark) nodes.push(piece.text);
    else {
      while (sharesMark(pieces[at], mark)) at += 1;
      const inner = pieces
        .slice(start, at)
        .map((one) => one && { text: one.text, marks: one.marks.slice(1) });
      nodes.push(<Marked key={start} mark={mark} settings={settings} inner={nest(inner, settings)} />);
    }
  }
  return nodes;
}

function sharesMark(piece: Piece | undefined, mark: Mark): boolean {
  const first = piece?.marks[0];
  return first !== undefined && sameMark(first, mark);
}

function Marked(props: { mark: Mark; settings: InlineSettings; inner: ReactNode[] }): ReactNode {
  const { mark, settings, inner } = props;
  switch (mark.type) {
    case 'strong':
      return <strong>{inner}</strong>;
    case 'emphasis':
      return <em>{inner}</em>;
    case 'link': {
      const href = safeLink(mark.attrs.href) ?? '';
      if (settings.ownLink && href.startsWith('/')) return settings.ownLink(href, inner);
      return (
        <a href={href} {...(href.startsWith('/') ? {} : { rel: 'external' })}>
          {inner}
        </a>
      );
    }
    case 'topic': {
      const href = settings.topicHref(mark.attrs.slug);
      return href === null ? (
        inner
      ) : (
        <a className="topic" href={href}>
          {inner}
        </a>
      );
    }
    case 'date': {
      const { datetime, until, title } = mark.attrs;
      return (
        <time dateTime={datetime} {...(until ? { 'data-until': until } : {})} {...(title ? { title } : {})}>
          {inner}
        </time>
      );
    }
  }
}
