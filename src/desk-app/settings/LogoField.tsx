/** A logo for one paper: the one that is chosen, another from a file, or none. What is sent is not shown before it is saved. */
import { useId, useRef, useState } from 'react';
import { grounds, type Scheme } from '../../editions/colour.ts';
import type { LogoJson } from '../../editions/take-logo.ts';
import { ask, Failed } from '../api/ask.ts';
import { failureWords } from '../frame/failure-words.ts';
import { useWords } from '../words/WordsContext.tsx';

type Props = {
  scheme: Scheme;
  agency: string;
  /** SHA-256 in hex; null: none. */
  value: string | null;
  onChange: (value: string | null) => void;
  disabled: boolean;
};

export function LogoField({ scheme, agency, value, onChange, disabled }: Props) {
  const { w } = useWords();
  const id = useId();
  const file = useRef<HTMLInputElement>(null);
  const [wrong, setWrong] = useState('');
  const send = async (picture: File) => {
    setWrong('');
    try {
      onChange((await ask<LogoJson>('POST', '/api/settings/logos', picture)).logo);
    } catch (error) {
      if (!(error instanceof Failed)) throw error;
      setWrong(failureWords(w, error.failure));
    }
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would draw the rule of a part of the form
    <div className="labelled logo" role="group" aria-labelledby={id}>
      <p id={id}>{w.settings.logoOn[scheme]}</p>
      {value === null ? (
        <p className="hint">{w.settings.noLogo[scheme]}</p>
      ) : (
        <p className="paper-sample" style={{ background: grounds[scheme] }}>
          <img src={`/api/settings/logos/${value}`} alt={agency} />
        </p>
      )}
      <input
        ref={file}
        hidden
        type="file"
        accept="image/png,image/webp,image/jpeg,image/avif,image/gif,image/tiff"
        onChange={(event) => {
          const [picture] = event.target.files ?? [];
          if (picture) void send(picture);
          event.target.value = '';
        }}
      />
      <div className="buttons">
        <button type="button" disabled={disabled} onClick={() => file.current?.click()}>
          {w.settings.chooseLogo}
        </button>
        {value !== null && (
          <button type="button" onClick={() => onChange(null)}>
            {w.settings.dropLogo}
          </button>
        )}
      </div>
      <p className="wrong" role="alert">
        {wrong}
      </p>
    </div>
  );
}
