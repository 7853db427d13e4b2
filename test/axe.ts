/** axe, the checker of accessibility, in a page of the site. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * One line for each rule that the page breaks. The pages forbid scripts, so the checker comes in by the debugger's door.
 * @param rules these alone; without them all.
 */
export async function violations(page: Page, rules?: string[]): Promise<string[]> {
  const options = rules ? { runOnly: { type: 'rule', values: rules } } : {};
  if (!(await page.evaluate('"axe" in globalThis'))) await page.evaluate(axe);
  return page.evaluate(`axe.run(${JSON.stringify(options)}).then(({ violations }) =>
    violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' ')))`) as Promise<
    string[]
  >;
}
