/** A picture in the text, with what has to be said of it. */
import { type NodeViewProps, NodeViewWrapper, ReactNodeViewRenderer } from '@tiptap/react';
import { useId } from 'react';
import type { Image } from '../../text/story-text.ts';
import { useWords } from '../words/WordsContext.tsx';
import { FocalPoint } from './FocalPoint.tsx';
import { image } from './story-nodes.ts';

export const pictureNode = image.extend({
  addNodeView: () =>
    ReactNodeViewRenderer(Picture, {
      // Its fields are typed in like any others; only the picture itself is the editor's.
      stopEvent: ({ event }) =>
        event.target instanceof HTMLElement && event.target.closest('.picture-fields, .focal') !== null,
    }),
});

/** A draft’s picture is no reader’s yet: the desk has it from its own API. */
export function pictureAddress({ picture, src }: Pick<Image['attrs'], 'picture' | 'src'>): string | null {
  return picture ? `/api/desk/pictures/${picture}` : src;
}

function Picture({ node, updateAttributes, selected, deleteNode, editor }: NodeViewProps) {
  const { w } = useWords();
  const id = useId();
  const attrs = node.attrs as Image['attrs'];
  const address = pictureAddress(attrs);
  const isSilent = attrs.alt.trim() === '' && attrs.decorative !== true;
  const field = (name: 'alt' | 'caption' | 'credit', word: string) => (
    <label htmlFor={`${id}${name}`}>
      <span>{word}</span>
      <input
        id={`${id}${name}`}
        dir="auto"
        readOnly={!editor.isEditable}
        value={attrs[name]}
        disabled={name === 'alt' && attrs.decorative === true}
        aria-invalid={name === 'alt' && isSilent ? true : undefined}
        onChange={(event) => updateAttributes({ [name]: event.target.value })}
      />
    </label>
  );
  return (
    <NodeViewWrapper as="figure" className={selected ? 'picture chosen' : 'picture'} data-drag-handle>
      {address && attrs.picture ? (
        <FocalPoint
          attrs={attrs}
          address={address}
          onChange={editor.isEditable ? (focal) => updateAttributes({ focal }) : null}
        />
      ) : (
        <p className="hint" dir="ltr">
          {attrs.src}
        </p>
      )}
      <div className="picture-fields" contentEditable={false}>
        {field('alt', w.picture.alt)}
        {field('caption', w.picture.caption)}
        {field('credit', w.picture.credit)}
        {isSilent && <p className="hint">{w.picture.altHint}</p>}
        {attrs.alt.trim() === '' && (
          <label className="choice" htmlFor={`${id}decorative`}>
            <input
              id={`${id}decorative`}
              type="checkbox"
              disabled={!editor.isEditable}
              checked={attrs.decorative === true}
              onChange={(event) => updateAttributes({ decorative: event.target.checked })}
            />
            {w.picture.decorative}
          </label>
        )}
        {editor.isEditable && (
          <button type="button" className="quiet" onClick={deleteNode}>
            {w.picture.remove}
          </button>
        )}
      </div>
    </NodeViewWrapper>
  );
}
