/** Addresses that pages link to, as paths from the root. */
import type { AgencyPageName } from '../../editions/agency-pages.ts';
import type { NamedList } from '../named-list.ts';
import type { View } from './view.ts';

export function sectionPath(view: View, slug: string): string {
  return `/${view.lang}/section/${encodeURIComponent(slug)}${view.past}`;
}

export function topicPath(view: View, slug: string): string {
  return `/${view.lang}/topic/${encodeURIComponent(slug)}${view.past}`;
}

export function threadPath(view: View, slug: string): string {
  return listPath(view.lang, { list: 'thread', slug }) + view.past;
}

export function bylinePath(view: View, slug: string): string {
  return listPath(view.lang, { list: 'byline', slug }) + view.past;
}

export function subjectPath(view: View, code: string): string {
  return listPath(view.lang, { list: 'subject', slug: code }) + view.past;
}

/** A list as it is now. */
export function listPath(lang: string, { list, slug }: NamedList): string {
  return `/${lang}/${list}/${encodeURIComponent(slug)}`;
}

export function proofPath({ lang, code }: Coded, version: number): string {
  return `/${lang}/proof/${code}/${version}`;
}

type Coded = { lang: string; code: number };

/** The zones to choose from for a story's times. */
export function zonesPath({ lang, code }: Coded): string {
  return `/${lang}/time/${code}`;
}

export function historyPath({ lang, code }: Coded): string {
  return `/${lang}/history/${code}`;
}

export function versionPath({ lang, code }: Coded, version: number): string {
  return `/${lang}/v/${code}/${version}`;
}

export function comparePath(story: Coded, from: number, to: number): string {
  return `${historyPath(story)}?from=${from}&to=${to}`;
}

export function agencyPagePath(lang: string, name: AgencyPageName): string {
  return `/${lang}/${name}`;
}

export function correctionsPath(lang: string): string {
  return `/${lang}/corrections`;
}
