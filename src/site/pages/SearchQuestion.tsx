/** The form of the search page: one line, and below it all by which a search is narrowed. It needs no script. */
import type { ReactNode } from 'react';
import { Lines } from '../../text/lines.tsx';
import type { PageForm } from '../address.ts';
import type { SearchPageData } from '../page-data.ts';
import { inForm } from './lite-path.ts';
import { MomentField } from './SearchForm.tsx';
import type { View } from './view.ts';

type Drawn = { view: View; data: SearchPageData };

export function SearchQuestion({ view, data, form }: Drawn & { form: PageForm }): ReactNode {
  const { words, lang } = view;
  const { typed } = data;
  const { q: _, sort, ...filters } = typed;
  const isNarrowed = Object.values(filters).some((value) => value !== '');
  return (
    <search>
      <form className="question" action={inForm(form, `/${lang}/search`)} method="get">
        <Lines>
          <MomentField view={view} />
          {sort && <input type="hidden" name="sort" value={sort} />}
          <div className="line">
            <label htmlFor="by-q">{words.searchFor}</label>
            {'\n'}
            <input
              id="by-q"
              name="q"
              type="search"
              defaultValue={typed.q}
              enterKeyHint="search"
              aria-describedby="signs"
            />
            {'\n'}
            <button type="submit">{words.find}</button>
          </div>
          <details open={isNarrowed}>
            <summary>{words.searching.narrow}</summary>
            <Filters view={view} data={data} />
          </details>
        </Lines>
      </form>
    </search>
  );
}

function Filters({ view, data }: Drawn): ReactNode {
  const { words } = view;
  const { searching } = words;
  const { typed, dayField } = data;
  return (
    <div className="filters">
      <Lines>
        <Days view={view} data={data} />
        <EditionField view={view} chosen={typed.lang} />
        <SectionField view={view} chosen={typed.section} />
        <Field name="topic" label={words.topic} value={typed.topic} />
        <Field name="byline" label={searching.byline} value={typed.byline} />
        <Field name="code" label={searching.code} value={typed.code} numeric />
        {dayField === 'text' && (
          <p id="days" className="hint">
            {searching.day(data.dayExample)}
          </p>
        )}
        <p id="signs" className="hint">
          {searching.signs}
        </p>
      </Lines>
    </div>
  );
}

function Days({ view, data }: Drawn): ReactNode {
  const { words } = view;
  const { typed, dayField } = data;
  const hint = dayField === 'text' ? { 'aria-describedby': 'days' } : {};
  const days = [
    { name: 'from', label: words.from, value: typed.from },
    { name: 'to', label: words.until, value: typed.to },
  ];
  return (
    <Lines>
      {days.map(({ name, label, value }) => (
        <div className={`field ${name}`} key={name}>
          <label htmlFor={`by-${name}`}>{label}</label>
          {'\n'}
          <input id={`by-${name}`} name={name} type={dayField} defaultValue={value} {...hint} />
        </div>
      ))}
    </Lines>
  );
}

function Field(props: { name: string; label: string; value: string; numeric?: boolean }): ReactNode {
  const { name, label, value, numeric = false } = props;
  return (
    <div className={`field ${name}`}>
      <label htmlFor={`by-${name}`}>{label}</label>
      {'\n'}
      <input
        id={`by-${name}`}
        name={name}
        type="text"
        defaultValue={value}
        {...(numeric ? { inputMode: 'numeric' as const } : { dir: 'auto' })}
      />
    </div>
  );
}

/** This edition, all of them, or another one, each under its own name. */
function EditionField({ view, chosen }: { view: View; chosen: string }): ReactNode {
  const { edition, agency } = view.frame;
  if (agency.editions.length < 2) return null;
  const { searching } = view.words;
  const others = agency.editions.filter(({ lang }) => lang !== edition.lang);
  return (
    <Choice name="lang" label={searching.edition} chosen={chosen}>
      <option value="">{edition.name}</option>
      <option value="*">{searching.everyEdition}</option>
      {others.map(({ lang, dir, name }) => (
        <option key={lang} value={lang} lang={lang} dir={dir}>
          {name}
        </option>
      ))}
    </Choice>
  );
}

function SectionField({ view, chosen }: { view: View; chosen: string }): ReactNode {
  const { sections } = view.frame.edition;
  // One that this edition does not have is shown by its slug: what was asked is never hidden.
  const isKnown = chosen === '' || sections.some(({ slug }) => slug === chosen);
  if (sections.length === 0 && isKnown) return null;
  const { searching } = view.words;
  return (
    <Choice name="section" label={searching.section} chosen={chosen}>
      <option value="">{searching.everySection}</option>
      {sections.map(({ slug, name }) => (
        <option key={slug} value={slug}>
          {name}
        </option>
      ))}
      {!isKnown && <option value={chosen}>{chosen}</option>}
    </Choice>
  );
}

function Choice(props: { name: string; label: string; chosen: string; children: ReactNode }): ReactNode {
  const { name, label, chosen, children } = props;
  return (
    <div className={`field ${name}`}>
      <label htmlFor={`by-${name}`}>{label}</label>
      {'\n'}
      <select id={`by-${name}`} name={name} defaultValue={chosen}>
        {children}
      </select>
    </div>
  );
}
