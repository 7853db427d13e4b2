/** What a screen reader says of a part of the page, in its order: by a virtual one, in the page itself. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const source = readFileSync(
  createRequire(import.meta.url).resolve('@guidepup/virtual-screen-reader/browser.js'),
  'utf8',
);

type Reader = {
  start: (options: { container: Element }) => Promise<void>;
  next: () => Promise<void>;
  stop: () => Promise<void>;
  lastSpokenPhrase: () => Promise<string>;
  spokenPhraseLog: () => Promise<string[]>;
};

/** Longest part that is read out, in phrases. */
const most = 400;

/** @param selector of the part. The page's policy must be set aside: `bypassCSP`. @returns phrase by phrase. */
export async function heard(page: Page, selector: string): Promise<string[]> {
  // As words: a function with an import in it would be rewritten for the tests' own loader.
  await page.evaluate(`import(URL.createObjectURL(new Blob([${JSON.stringify(source)}], { type: 'text/javascript' })))
    .then(({ virtual }) => { window.reader = virtual; })`);
  return page.evaluate(
    async ({ selector, most }) => {
      const { reader } = window as unknown as { reader: Reader };
      const container = document.querySelector(selector);
      if (!container) throw new Error(`There is no ${selector}.`);
      await reader.start({ container });
      const first = await reader.lastSpokenPhrase();
      for (let n = 0; n < most; n++) {
        await reader.next();
        if ((await reader.lastSpokenPhrase()) === first) break;
      }
      const log = await reader.spokenPhraseLog();
      await reader.stop();
      return log;
    },
    { selector, most },
  );
}
