/** axe, the checker of accessibility, in a page of the site. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** One line for each rule that the page breaks. The pages forbid scripts, so the checker comes in by the debugger's door. */
export async function violations(page: Page): Promise<string[]> {
  return page.evaluate(`${axe}; axe.run().then(({ violations }) =>
    violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' ')))`) as Promise<
    string[]
  >;
}
