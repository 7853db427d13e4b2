/** HTML_CodeSniffer, a second checker of accessibility that shares no code with axe, in a page of the site. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const sniffer = readFileSync(
  createRequire(import.meta.url).resolve('html_codesniffer/build/HTMLCS.js'),
  'utf8',
);

/** One line for each error against WCAG 2 AA. It comes in by the debugger's door, as axe does. */
export async function sniffed(page: Page): Promise<string[]> {
  if (!(await page.evaluate('"HTMLCS" in globalThis'))) await page.evaluate(sniffer);
  const found = (await page.evaluate(`new Promise((resolve, reject) =>
    HTMLCS.process('WCAG2AA', document, () => resolve(
      HTMLCS.getMessages()
        .filter(({ type }) => type === HTMLCS.ERROR)
        .map(({ code, msg, element }) => [code, msg + ' ' + (element.outerHTML ?? '').slice(0, 200)])
    ), reject))`)) as [string, string][];
  return found.map(([code, said]) => `${code}: ${said}`);
}
