import { expect, it } from 'vitest';
import { agency } from '../../../test/invented-story.ts';
import type { Agency } from '../../editions/edition.ts';
import { exportView } from '../export-view.ts';
import { exportPage } from './ExportPage.tsx';

const page = (of: Agency, lang: string, title: string, up = '../../') =>
  exportPage({ view: exportView(of, lang), title, up, children: <img src="a.png" alt=">" /> });

it('draws the frame around a page as in one document: what is asked for ahead, the title, the rest', () => {
  expect(page(agency, 'en', 'One <main> & “two”')).toBe(`<!doctype html>
<html lang="en" dir="ltr"><head><meta charSet="utf-8"/><meta name="viewport" content="width=device-width, initial-scale=1"/>\
<link rel="preload" as="image" href="a.png"/><title>One &lt;main&gt; &amp; “two” – Halim Press</title>


<link rel="stylesheet" href="../../style.css"/>
</head><body><header><p class="archive"><a href="../../index.html">From the archive of Halim Press</a></p>
</header>
<main><img src="a.png" alt="&gt;"/>
</main>
</body></html>
`);
});

it('keeps a frame for each agency, language and place', () => {
  const nameless = { ...agency, editions: agency.editions.map((edition) => ({ ...edition, agency: '' })) };
  page(agency, 'en', 'One');
  expect(page(nameless, 'en', 'One')).toContain('<title>One</title>');
  expect(page(agency, 'fr', 'Un')).toContain('Des archives de Halim Press');
  expect(page(agency, 'en', 'One', '')).toContain('href="style.css"');
  expect(page(agency, 'en', 'Two')).toContain('<title>Two – Halim Press</title>');
});
