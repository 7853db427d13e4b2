/** The vocabulary of subjects: how large it is, and a file of the IPTC's to bring it up to date. */
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { LoadVocabularyAsk, VocabularyJson, VocabularyLoadedJson } from '../../subjects/subject-api.ts';
import { ask, Failed } from '../api/ask.ts';
import { queries } from '../api/session.ts';
import { failureWords } from '../frame/failure-words.ts';
import { useWords } from '../words/WordsContext.tsx';
import type { SectionProps } from './sections.ts';

type Outcome = { wrong: string; done: string };
const nothing: Outcome = { wrong: '', done: '' };

export function VocabularyForm({ title, mayWrite }: Pick<SectionProps<null>, 'title' | 'mayWrite'>) {
  const { w, f } = useWords();
  const [file, setFile] = useState<File | null>(null);
  const [outcome, setOutcome] = useState(nothing);
  const { data, refetch } = useQuery({
    queryKey: ['vocabulary'],
    queryFn: () => ask<VocabularyJson>('GET', '/api/settings/subjects'),
  });
  const load = async (event: FormEvent) => {
    event.preventDefault();
    if (!file) return setOutcome({ ...nothing, wrong: w.settings.subjectsNoFile });
    setOutcome(nothing);
    try {
      const asked: LoadVocabularyAsk = { name: file.name, text: await file.text() };
      const { loaded } = await ask<VocabularyLoadedJson>('PUT', '/api/settings/subjects', asked);
      const { concepts, added, changed } = loaded;
      const done = w.settings.subjectsLoaded(f.number(concepts), f.number(added), f.number(changed));
      setOutcome({ ...nothing, done });
      void refetch();
      void queries.invalidateQueries({ queryKey: ['subjects'] });
    } catch (error) {
      if (!(error instanceof Failed)) throw error;
      setOutcome({ ...nothing, wrong: failureWords(w, error.failure) });
    }
  };
  return (
    <section className="setting" aria-labelledby="setting">
      <h2 id="setting">{title}</h2>
      <p className="hint">{w.settings.subjectsText}</p>
      {data && (
        <p>
          {w.settings.subjectsNow(f.number(data.subjects), f.number(data.retired))}{' '}
          <span className="grey" dir="ltr">
            {data.languages.join(' · ')}
          </span>
        </p>
      )}
      {mayWrite ? (
        <form onSubmit={load}>
          <label>
            {w.settings.subjectsFile}
            <input
              type="file"
              accept=".json,.rdf,.xml,.csv,.tsv,.txt"
              onChange={(event) => setFile(event.target.files?.[0] ?? null)}
            />
          </label>
          <p className="wrong" role="alert">
            {outcome.wrong}
          </p>
          <div className="buttons">
            <button type="submit" className="strong">
              {w.settings.subjectsLoad}
            </button>
            <span role="status">{outcome.done}</span>
          </div>
        </form>
      ) : (
        <p className="hint">{w.settings.readOnly}</p>
      )}
    </section>
  );
}
