/** The page as readers would get it with the working copy, drawn by the renderer that draws theirs. */
import { useEffect, useState } from 'react';
import { ask, Failed } from '../api/ask.ts';
import { failureWords } from '../frame/failure-words.ts';
import { useWords } from '../words/WordsContext.tsx';
import { frontPath, type WorkingFront } from './use-working-front.ts';

const pauseMs = 300;

export function FrontPreview({ lang, section, work }: { lang: string; section: string; work: WorkingFront }) {
  const { w } = useWords();
  const [page, setPage] = useState('');
  const [wrong, setWrong] = useState('');
  const pins = JSON.stringify(work.pins);
  useEffect(() => {
    const timer = setTimeout(async () => {
      try {
        setPage(await ask<string>('POST', frontPath(lang, section, '/preview'), { pins: JSON.parse(pins) }));
        setWrong('');
      } catch (error) {
        if (!(error instanceof Failed)) throw error;
        setWrong(failureWords(w, error.failure));
      }
    }, pauseMs);
    return () => clearTimeout(timer);
  }, [lang, section, pins, w]);
  return (
    <div className="preview front-preview">
      <p className="wrong" role="alert">
        {wrong}
      </p>
      {/* Without scripts; its own origin only so that style and fonts of the site may come in. */}
      {page && <iframe title={w.fronts.preview} sandbox="allow-same-origin" srcDoc={page} />}
    </div>
  );
}
