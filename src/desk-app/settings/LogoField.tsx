/** A logo for one paper: the one that is chosen, another from a file, or none. What is sent is not shown before it is saved. */
import { useId, useState } from 'react';
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
  const [id, told] = [useId(), useId()];
  const [wrong, setWrong] = useState('');
  const send = async (file: File) => {
    setWrong('');
    try {
      onChange((await ask<LogoJson>('POST', '/api/settings/logos', file)).logo);
    } catch (error) {
      if (!(error instanceof Failed)) throw error;
      setWrong(failureWords(w, error.failure));
    }
  };
  return (
    <div className="field logo">
      <label htmlFor={id}>
        {w.settings.logoOn[scheme]}
        <input
          id={id}
          type="file"
          accept="image/png,image/webp,image/jpeg,image/avif,image/gif,image/tiff"
          aria-describedby={told}
          disabled={disabled}
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            if (file) void send(file);
            event.target.value = '';
          }}
        />
      </label>
      <p id={told} className="wrong" role="alert">
        {wrong}
      </p>
      {value === null ? (
        <p className="hint">{w.settings.noLogo[scheme]}</p>
      ) : (
        <div className="shown">
          <span className="paper-sample" style={{ background: grounds[scheme] }}>
            <img src={`/api/settings/logos/${value}`} alt={agency} />
          </span>
          <button type="button" onClick={() => onChange(null)}>
            {w.settings.dropLogo}
          </button>
        </div>
      )}
    </div>
  );
}
