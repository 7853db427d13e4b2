/** The agency: its zone, its editions with their names and sections. */
import { useState } from 'react';
import type { Agency, Edition } from '../../editions/edition.ts';
import { ask } from '../api/ask.ts';
import { useWords } from '../words/WordsContext.tsx';
import { linesOf, pairsIn } from './pair-lines.ts';
import { SettingsForm } from './SettingsForm.tsx';

type Kept = { agency: Agency; mark: string };
type Written = Omit<Edition, 'sections'> & { sections: string };

export function AgencyForm({ kept, mayWrite, done }: { kept: Kept; mayWrite: boolean; done: () => void }) {
  const { w } = useWords();
  const [zone, setZone] = useState(kept.agency.zone);
  const [front, setFront] = useState(kept.agency.defaultLang);
  const [editions, setEditions] = useState<Written[]>(kept.agency.editions.map(written));
  const set = (at: number, change: Partial<Written>) =>
    setEditions((before) => before.map((one, place) => (place === at ? { ...one, ...change } : one)));
  const save = async () => {
    const agency = {
      zone,
      defaultLang: front,
      editions: editions.map((one) => read(one, w.settings.wrongLine)),
    };
    await ask('PUT', '/api/settings/agency', { agency, seen: kept.mark });
    done();
  };
  return (
    <SettingsForm title={w.settings.agency} text={w.settings.agencyText} mayWrite={mayWrite} save={save}>
      <label>
        {w.settings.zone}
        <input
          required
          dir="ltr"
          list="zones"
          value={zone}
          onChange={(event) => setZone(event.target.value)}
        />
      </label>
      <datalist id="zones">
        {Intl.supportedValuesOf('timeZone').map((one) => (
          <option key={one} value={one} />
        ))}
      </datalist>
      <p className="grey">{w.settings.zoneText}</p>
      <label>
        {w.settings.front}
        <select value={front} onChange={(event) => setFront(event.target.value)}>
          {editions.map(({ lang, name }) => (
            <option key={lang} value={lang}>
              {name}
            </option>
          ))}
        </select>
      </label>
      {editions.map((edition, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a new edition has no name but its place
        <fieldset key={at} className="ruled">
          <legend>{w.settings.edition(edition.name || edition.lang)}</legend>
          <div className="two">
            <label>
              {w.settings.lang}
              <input
                required
                dir="ltr"
                value={edition.lang}
                onChange={(event) => set(at, { lang: event.target.value })}
              />
            </label>
            <label>
              {w.settings.dir}
              <select
                value={edition.dir}
                onChange={(event) => set(at, { dir: event.target.value as Edition['dir'] })}
              >
                <option value="ltr">{w.settings.ltr}</option>
                <option value="rtl">{w.settings.rtl}</option>
              </select>
            </label>
          </div>
          <label>
            {w.settings.name}
            <input
              required
              dir="auto"
              value={edition.name}
              onChange={(event) => set(at, { name: event.target.value })}
            />
          </label>
          <label>
            {w.settings.agencyName}
            <input
              required
              dir="auto"
              value={edition.agency}
              onChange={(event) => set(at, { agency: event.target.value })}
            />
          </label>
          <label>
            {w.settings.tagline}
            <input
              dir="auto"
              value={edition.tagline}
              onChange={(event) => set(at, { tagline: event.target.value })}
            />
          </label>
          <label>
            {w.settings.sections}
            <textarea
              dir={edition.dir}
              rows={Math.max(3, edition.sections.split('\n').length)}
              value={edition.sections}
              onChange={(event) => set(at, { sections: event.target.value })}
            />
          </label>
          {mayWrite && editions.length > 1 && (
            <button type="button" onClick={() => setEditions(editions.filter((_, place) => place !== at))}>
              {w.settings.dropEdition}
            </button>
          )}
        </fieldset>
      ))}
      {mayWrite && (
        <button
          type="button"
          onClick={() =>
            setEditions([
              ...editions,
              { lang: '', dir: 'ltr', name: '', agency: '', tagline: '', sections: '' },
            ])
          }
        >
          {w.settings.addEdition}
        </button>
      )}
    </SettingsForm>
  );
}

function written({ sections, ...edition }: Edition): Written {
  return { ...edition, sections: linesOf(sections.map(({ slug, name }) => [slug, name] as const)) };
}

/** @throws Error with a sentence for people. */
function read({ sections, ...edition }: Written, wrongLine: (line: string) => string): Edition {
  const { pairs, wrong } = pairsIn(sections);
  if (wrong !== null) throw new Error(wrongLine(wrong));
  return { ...edition, sections: pairs.map(([slug, name]) => ({ slug, name })) };
}
