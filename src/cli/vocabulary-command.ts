/** `bin/wireroom vocabulary show|load FILE`: the subjects that stories are filed under. */
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type pg from 'pg';
import { readConfig } from '../config.ts';
import { openDatabase } from '../database/open-database.ts';
import { byCommand } from '../people/audit.ts';
import { sentenceOf } from '../stories/refusal.ts';
import { loadVocabulary } from '../subjects/load-vocabulary.ts';
import { largestVocabulary } from '../subjects/read-vocabulary.ts';
import { sizeOfVocabulary } from '../subjects/subject-store.ts';
import { decide } from '../web/refusal-answers.ts';
import { noteStopSignals } from './stop-signals.ts';
import { type Command, readWords, WrongUse } from './words.ts';

export const vocabularyCommand: Command = {
  summary: 'loads the IPTC’s Media Topics, or says how many are known',
  help: `Usage: bin/wireroom vocabulary load FILE [--json]
       bin/wireroom vocabulary show [--json]

  load  takes the IPTC’s file of all Media Topics (cv.iptc.org) in JSON or RDF/XML, or a table with the columns code, broader
        and one for each language (CSV or TSV; retired, successor and wikidata if there are). All of it is loaded or nothing.
        What is known stays: names and retirements are brought up to date, no code is ever deleted.
  show  how many there are, and in which languages they have names

Exit code 1: the file was refused; the sentence names the line or the concept.`,
  run: async (words) => {
    const { values, positionals } = readWords('vocabulary', words, {
      json: { type: 'boolean', default: false },
    });
    const [what = '', file = ''] = positionals;
    const takes = { load: 2, show: 1 }[what];
    if (takes === undefined || positionals.length !== takes)
      throw new WrongUse('vocabulary takes load FILE, or show.');
    const text = what === 'load' ? await readText(file) : '';
    const config = readConfig(process.env);
    noteStopSignals();
    const database = await openDatabase(config, { what: 'bin/wireroom vocabulary', server: false });
    try {
      return what === 'load'
        ? await load(database.pool, { name: path.basename(file), text }, values.json)
        : await show(database.pool, values.json);
    } finally {
      await database.close();
    }
  },
};

/** @throws WrongUse for what is no file of text. Its truth is judged later. */
async function readText(file: string): Promise<string> {
  try {
    // Four bytes are the most that a letter takes.
    if ((await stat(file)).size > 4 * largestVocabulary)
      throw new WrongUse(`${file} is too large for a vocabulary.`);
    return await readFile(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new WrongUse(`The file ${file} cannot be read (${code}).`);
  }
}

async function load(pool: pg.Pool, file: { name: string; text: string }, json: boolean): Promise<number> {
  const loaded = await decide(pool, (db) => loadVocabulary({ db, now: new Date(), by: byCommand }, file));
  if (!loaded.ok) {
    console.error(sentenceOf(loaded.refusal));
    return 1;
  }
  const { concepts, added, changed } = loaded.value;
  console.log(
    json
      ? JSON.stringify(loaded.value)
      : `${file.name} has ${concepts} subjects: ${added} were added, ${changed} changed.`,
  );
  return 0;
}

async function show(pool: pg.Pool, json: boolean): Promise<number> {
  const size = await sizeOfVocabulary(pool);
  const { subjects, retired, languages } = size;
  console.log(
    json
      ? JSON.stringify(size)
      : `${subjects} subjects, ${retired} of them retired, with names in ${languages.join(', ')}.`,
  );
  return 0;
}
