/** What a story is about, from the IPTC's Media Topics: found by a word in the story's language, in English, or by code. */
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { mostSubjects, type Subject } from '../../stories/story.ts';
import { findSubjects, pathTo, type Vocabulary, vocabularyOf } from '../../subjects/find-subjects.ts';
import type { SubjectJson, SubjectsJson } from '../../subjects/subject-api.ts';
import { ask } from '../api/ask.ts';
import { useWords } from '../words/WordsContext.tsx';
import { type Choice, ChoiceField } from './ChoiceField.tsx';

type Props = {
  subjects: readonly Subject[];
  lang: string;
  isWritable: boolean;
  onChange: (subjects: Subject[]) => void;
};

const mostFound = 12;
const vocabularyStaysMs = 600_000;

export function SubjectsField({ subjects, lang, isWritable, onChange }: Props) {
  const { w } = useWords();
  const { data, error } = useQuery({
    queryKey: ['subjects', lang],
    queryFn: () => ask<SubjectsJson>('GET', `/api/desk/subjects?lang=${encodeURIComponent(lang)}`),
    staleTime: vocabularyStaysMs,
  });
  const vocabulary = useMemo(() => vocabularyOf(data?.subjects ?? []), [data]);
  const has = (code: string) => subjects.some((one) => one.code === code);
  const choicesFor = (words: string): Choice<SubjectJson>[] =>
    findSubjects(vocabulary, words, mostFound).map((subject) => ({
      key: subject.code,
      value: subject,
      disabled: subject.retired !== null || has(subject.code),
      shown: <Found subject={subject} vocabulary={vocabulary} lang={lang} isThere={has(subject.code)} />,
    }));
  return (
    <div className="topics-field">
      <label htmlFor="field-subjects">{w.fields.subjects}</label>
      {subjects.length > 0 && (
        <ul className="subjects">
          {subjects.map((subject) => (
            <li key={subject.code}>
              <Way subject={subject} vocabulary={vocabulary} lang={lang} />{' '}
              {isWritable && (
                <button
                  type="button"
                  className="quiet"
                  aria-label={w.details.dropSubject(subject.name)}
                  onClick={() => onChange(subjects.filter((one) => one !== subject))}
                >
                  ×
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      {isWritable && subjects.length < mostSubjects && (
        <ChoiceField
          id="field-subjects"
          label={w.fields.subjects}
          placeholder={w.details.addSubject}
          lang={lang}
          choicesFor={choicesFor}
          nothing={error ? w.details.noVocabulary : data ? w.details.noSubject : ''}
          onChoose={({ code, name }) => onChange([...subjects, { code, name }])}
        />
      )}
    </div>
  );
}

/** "sport › football", the last as it is kept in the story. */
function Way({ subject, vocabulary, lang }: { subject: Subject; vocabulary: Vocabulary; lang: string }) {
  const { w, f } = useWords();
  const above = pathTo(subject.code, vocabulary).slice(0, -1);
  const retired = vocabulary.get(subject.code)?.retired ?? null;
  return (
    <span lang={lang} dir="auto" title={subject.code}>
      {above.length > 0 && <span className="grey">{above.map(({ name }) => `${name} › `).join('')}</span>}
      <bdi>{subject.name}</bdi>
      {retired && <em className="grey"> {w.details.retired(f.date(retired))}</em>}
    </span>
  );
}

type FoundProps = { subject: SubjectJson; vocabulary: Vocabulary; lang: string; isThere: boolean };

function Found({ subject, vocabulary, lang, isThere }: FoundProps) {
  const { w, f } = useWords();
  const { code, name, english, retired } = subject;
  return (
    <>
      <span className="found-line">
        <Way subject={{ code, name }} vocabulary={vocabulary} lang={lang} />
        <bdi className="grey" dir="ltr">
          {code}
        </bdi>
      </span>
      {name !== english && (
        <bdi className="grey other-name" lang="en">
          {english}
        </bdi>
      )}
      {isThere && retired === null && <em className="grey"> {w.details.isThere}</em>}
      {retired !== null && subject.successor && (
        <em className="grey">
          {' '}
          {w.details.successor(f.name(vocabulary.get(subject.successor)?.name ?? subject.successor))}
        </em>
      )}
    </>
  );
}
