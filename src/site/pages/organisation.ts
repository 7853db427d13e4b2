/** The agency to machines: schema.org/NewsMediaOrganization, with what it says of its own rules. */
import { pagesOf } from '../../editions/agency-pages.ts';
import { agencyPagePath, correctionsPath } from './list-path.ts';
import type { View } from './view.ts';

export function organisation({ frame, lang }: View): object {
  const { publicUrl, edition } = frame;
  const named = new Set(pagesOf(frame.pages.texts, lang).map(({ name }) => name));
  return {
    '@type': 'NewsMediaOrganization',
    name: edition.agency,
    url: `${publicUrl}/${lang}/`,
    ...(named.has('about') ? { publishingPrinciples: publicUrl + agencyPagePath(lang, 'about') } : {}),
    correctionsPolicy: publicUrl + correctionsPath(lang),
    ...(named.has('masthead') ? { masthead: publicUrl + agencyPagePath(lang, 'masthead') } : {}),
  };
}
