/** What is being translated, paragraph beside paragraph, and whether it has changed since. */
import { useQuery } from '@tanstack/react-query';
import type { Editor } from '@tiptap/core';
import { useLayoutEffect, useRef, useState } from 'react';
import type { DeskStory, DifferenceJson, VersionJson } from '../../desk/desk-api.ts';
import { ask } from '../api/ask.ts';
import { storyQuery } from '../api/session.ts';
import { Differences } from '../reading/Differences.tsx';
import { BlockWords } from '../reading/StoryWords.tsx';
import { useWords } from '../words/WordsContext.tsx';

type Props = { source: NonNullable<DeskStory['source']>; editor: Editor };

export function SourceBeside({ source, editor }: Props) {
  const { w, f } = useWords();
  const column = useRef<HTMLDivElement>(null);
  const [showsChange, setShowsChange] = useState(false);
  const { data: present } = useQuery(storyQuery(source.id));
  const { data: then } = useQuery({
    queryKey: ['story', source.id, 'version', source.atVersion],
    queryFn: () => ask<VersionJson>('GET', `/api/desk/stories/${source.id}/versions/${source.atVersion}`),
    enabled: source.atVersion > 0,
  });
  const fields = then ? { ...present?.fields, ...then.fields } : present?.fields;
  const hasChanged = source.version > source.atVersion && source.atVersion > 0;
  useAligned(column, editor, fields);
  return (
    <aside ref={column} className="source" lang={source.lang} dir="auto" aria-label={w.translation.source}>
      <p className="label" dir="auto">
        {w.translation.source} {source.atVersion > 0 && w.version(f.digits(source.atVersion))}{' '}
        {hasChanged && (
          <button type="button" className="strong" onClick={() => setShowsChange(!showsChange)}>
            {w.translation.changedSince(f.digits(source.atVersion))}
          </button>
        )}
      </p>
      {showsChange && <SourceChange source={source} />}
      <p className="site-face headline">{fields?.headline ?? source.headline}</p>
      <p className="site-face lead">{fields?.lead}</p>
      <div className="source-body site-face">
        {fields?.body?.content.map((block, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a paragraph's place is what it is aligned by
          <div key={at} data-source-block>
            <BlockWords block={block} />
          </div>
        ))}
      </div>
    </aside>
  );
}

function SourceChange({ source }: Pick<Props, 'source'>) {
  const { id, atVersion, version, lang } = source;
  const { data } = useQuery({
    queryKey: ['story', id, 'difference', atVersion, version],
    queryFn: () =>
      ask<DifferenceJson>('GET', `/api/desk/stories/${id}/difference?from=${atVersion}&to=${version}`),
  });
  return data ? <Differences fields={data.fields} lang={lang} /> : null;
}

/** Each paragraph of the source begins no higher than its counterpart, and below the one before it. */
function useAligned(column: React.RefObject<HTMLDivElement | null>, editor: Editor, fields: unknown): void {
  // `fields` tells that the source has come
  useLayoutEffect(() => {
    let frame = 0;
    const align = () => {
      frame = 0;
      const blocks = [...(column.current?.querySelectorAll<HTMLElement>('[data-source-block]') ?? [])];
      const written = editor.view.dom.children;
      const origin = blocks[0]?.parentElement?.getBoundingClientRect().top ?? 0;
      let bottom = 0;
      blocks.forEach((block, at) => {
        const counterpart = written[at]?.getBoundingClientRect().top;
        const top = Math.max(bottom, counterpart === undefined ? bottom : counterpart - origin);
        block.style.marginBlockStart = `${top - bottom}px`;
        bottom = top + block.getBoundingClientRect().height;
      });
    };
    const soon = () => {
      frame ||= requestAnimationFrame(align);
    };
    align();
    editor.on('update', soon);
    const observer = new ResizeObserver(soon);
    observer.observe(editor.view.dom);
    return () => {
      cancelAnimationFrame(frame);
      editor.off('update', soon);
      observer.disconnect();
    };
  }, [column, editor, fields]);
}
