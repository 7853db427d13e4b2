/** Gives every part of the screen the words of the person's language. */
import { createContext, type ReactNode, useContext, useEffect, useMemo } from 'react';
import type { Direction } from '../../text/story-text.ts';
import { useKept } from '../api/kept.ts';
import { session } from '../api/session.ts';
import { type DeskLanguage, languageOf, localeOf } from './catalogue.ts';
import { type Format, formatFor } from './format.ts';
import type { Words } from './words.ts';

type Spoken = { w: Words; f: Format; lang: string; dir: Direction; language: DeskLanguage };

const Context = createContext<Spoken | null>(null);

export function WordsProvider({ zone, children }: { zone: string; children: ReactNode }) {
  const who = useKept(session);
  const language = languageOf('me' in who ? who.me.uiLang : navigator.language);
  const spoken = useMemo(
    () => ({
      w: language.words,
      f: formatFor(localeOf(language), zone),
      lang: language.lang,
      dir: language.dir,
      language,
    }),
    [language, zone],
  );
  useEffect(() => {
    document.documentElement.lang = language.lang;
    document.documentElement.dir = language.dir;
  }, [language]);
  return <Context value={spoken}>{children}</Context>;
}

export function useWords(): Spoken {
  const spoken = useContext(Context);
  if (!spoken) throw new Error('No words here: WordsProvider is missing.');
  return spoken;
}
