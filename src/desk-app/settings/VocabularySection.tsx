/** The vocabulary of subjects: how large it is, and a file of the IPTC's to bring it up to date. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { LoadVocabularyAsk, VocabularyJson, VocabularyLoadedJson } from '../../subjects/subject-api.ts';
import { ask } from '../api/ask.ts';
import { queries } from '../api/session.ts';
import { useWords } from '../words/WordsContext.tsx';
import { SettingsForm } from './SettingsForm.tsx';

export function VocabularySection({ mayWrite }: { mayWrite: boolean }) {
  const { w, f } = useWords();
  const [file, setFile] = useState<File | null>(null);
  const [outcome, setOutcome] = useState('');
  const { data, refetch } = useQuery({
    queryKey: ['vocabulary'],
    queryFn: () => ask<VocabularyJson>('GET', '/api/settings/subjects'),
  });
  const load = async () => {
    setOutcome('');
    if (!file) throw new Error(w.settings.subjectsNoFile);
    const asked: LoadVocabularyAsk = { name: file.name, text: await file.text() };
    const { loaded } = await ask<VocabularyLoadedJson>('PUT', '/api/settings/subjects', asked);
    const [all, added, changed] = [loaded.concepts, loaded.added, loaded.changed].map(f.number);
    setOutcome(w.settings.subjectsLoaded(all as string, added as string, changed as string));
    void refetch();
    void queries.invalidateQueries({ queryKey: ['subjects'] });
  };
  return (
    <SettingsForm
      title={w.settings.subjects}
      text={w.settings.subjectsText}
      mayWrite={mayWrite}
      save={load}
      verb={w.settings.subjectsLoad}
      done={outcome}
    >
      {data && (
        <p>
          {w.settings.subjectsNow(f.number(data.subjects), f.number(data.retired))}{' '}
          <span className="grey" dir="ltr">
            {data.languages.join(' · ')}
          </span>
        </p>
      )}
      {mayWrite && (
        <label>
          {w.settings.subjectsFile}
          <input
            type="file"
            accept=".json,.rdf,.xml,.csv,.tsv,.txt"
            onChange={(event) => setFile(event.target.files?.[0] ?? null)}
          />
        </label>
      )}
    </SettingsForm>
  );
}
