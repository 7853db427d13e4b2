/** A picture with the point around which lists cut it: set by a click in it, or by the arrow keys. */
import { type KeyboardEvent, type MouseEvent, useRef } from 'react';
import type { Focal, Image } from '../../text/story-text.ts';
import { useWords } from '../words/WordsContext.tsx';

type Props = {
  attrs: Image['attrs'];
  address: string;
  /** Null: it can be read, not changed. */
  onChange: ((focal: Focal | null) => void) | null;
};

/** How far an arrow key moves it, in percent; with Shift one. */
const step = 5;

export function FocalPoint({ attrs, address, onChange }: Props) {
  const { w, f } = useWords();
  const point = useRef<HTMLButtonElement>(null);
  const focal = attrs.focal ?? null;
  const set = (to: Focal) => onChange?.({ x: percent(to.x), y: percent(to.y) });
  const byClick = (event: MouseEvent<HTMLElement>) => {
    if (!focal || !onChange) return;
    const box = event.currentTarget.getBoundingClientRect();
    set({
      x: ((event.clientX - box.left) / box.width) * 100,
      y: ((event.clientY - box.top) / box.height) * 100,
    });
  };
  const byKey = (event: KeyboardEvent) => {
    const way = ways[event.key];
    if (!way || !focal) return;
    event.preventDefault();
    const far = event.shiftKey ? 1 : step;
    set({ x: focal.x + way.x * far, y: focal.y + way.y * far });
  };
  return (
    <div className="focal" contentEditable={false}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the point in it is a button, which keys move */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: as above */}
      <div className="focal-picture" data-set={focal !== null && onChange !== null} onClick={byClick}>
        <img
          src={address}
          alt={attrs.alt}
          width={attrs.width ?? undefined}
          height={attrs.height ?? undefined}
        />
        {focal && (
          <button
            ref={point}
            type="button"
            className="focal-point"
            style={{ left: `${focal.x}%`, top: `${focal.y}%` }}
            aria-label={w.picture.focalAt(f.digits(focal.x), f.digits(focal.y))}
            aria-live="polite"
            disabled={!onChange}
            onKeyDown={byKey}
          />
        )}
      </div>
      {onChange && (
        <p className="focal-choice">
          {focal ? (
            <>
              <span className="hint">{w.picture.focalHint}</span>
              <button type="button" className="quiet" onClick={() => onChange(null)}>
                {w.picture.dropFocal}
              </button>
            </>
          ) : (
            <button
              type="button"
              className="quiet"
              onClick={() => {
                onChange({ x: 50, y: 50 });
                // The point is there once the picture is drawn anew.
                requestAnimationFrame(() => point.current?.focus());
              }}
            >
              {w.picture.setFocal}
            </button>
          )}
        </p>
      )}
    </div>
  );
}

/** A picture is not mirrored: left is left in every language. */
const ways: Record<string, Focal> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

function percent(value: number): number {
  return Math.min(100, Math.max(0, Math.round(value)));
}
