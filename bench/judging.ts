/** Lighthouse's four marks for the pages that readers open most, each the middle of three runs. It is installed when first asked for. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { findBrowser } from '../test/browser-setup.ts';
import { fetchGzipped, startWireroom } from './page-server.ts';

const folder = path.join(import.meta.dirname, 'lighthouse');
const runs = 3;
const least = 98;
const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
type Marks = Record<(typeof categories)[number], number> & { shift: number };

export async function measureLighthouse(tell: (line: string) => void): Promise<void> {
  const browser = await findBrowser();
  if (!browser) return tell('not run: needs Chromium');
  if (!existsSync(path.join(folder, 'node_modules'))) {
    const { status, stderr } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
      cwd: folder,
      encoding: 'utf8',
    });
    if (status !== 0) return tell(`not run: Lighthouse could not be installed: ${stderr.slice(-300)}`);
  }
  const site = await startWireroom();
  try {
    const pages: [string, string][] = [];
    for (const lang of ['en', 'fa']) {
      const { body } = await fetchGzipped(`${site.url}/${lang}/`);
      const story = new RegExp(`href="(/${lang}/\\d+/[^"]+)"`).exec(gunzipSync(body).toString())?.[1];
      if (!story) throw new Error(`The front of ${lang} has no story.`);
      pages.push(
        [`story ${lang}`, story],
        [`front ${lang}`, `/${lang}/`],
        [`search ${lang}`, `/${lang}/search`],
      );
    }
    for (const [name, page] of pages) {
      const marks = middle(Array.from({ length: runs }, () => judge(site.url + page, browser)));
      const said = categories.map((one) => `${one} ${marks[one]}`).join(', ');
      const low = categories.some((one) => marks[one] < least);
      tell(`Lighthouse, ${name}: ${said}, layout shift ${marks.shift}${low ? `: below ${least}` : ''}`);
    }
  } finally {
    await site.stop();
  }
}

function judge(
  url: string,
  { executable, libraries }: { executable: string; libraries: string | null },
): Marks {
  // The browser leaves its profile where it was.
  const aside = mkdtempSync(path.join(os.tmpdir(), 'wireroom-lighthouse-'));
  const env = {
    ...process.env,
    CHROME_PATH: executable,
    TMPDIR: aside,
    ...(libraries
      ? { LD_LIBRARY_PATH: [libraries, process.env.LD_LIBRARY_PATH].filter(Boolean).join(':') }
      : {}),
  };
  const words = [
    path.join(folder, 'node_modules/lighthouse/cli/index.js'),
    url,
    '--quiet',
    '--output=json',
    `--only-categories=${categories.join(',')}`,
    '--chrome-flags=--headless=shell --no-sandbox --disable-gpu',
  ];
  const { stdout, stderr } = spawnSync(process.execPath, words, { env, encoding: 'utf8', maxBuffer: 1e8 });
  rmSync(aside, { recursive: true, force: true });
  if (!stdout.startsWith('{')) throw new Error(`Lighthouse said nothing of ${url}: ${stderr.slice(-500)}`);
  const report = JSON.parse(stdout) as {
    categories: Record<string, { score: number | null }>;
    audits: Record<string, { numericValue?: number }>;
  };
  const marks = Object.fromEntries(
    categories.map((one) => [one, Math.round((report.categories[one]?.score ?? 0) * 100)]),
  );
  const shift = Number((report.audits['cumulative-layout-shift']?.numericValue ?? Number.NaN).toFixed(3));
  return { ...marks, shift } as Marks;
}

function middle(all: Marks[]): Marks {
  const of = (one: keyof Marks) =>
    all.map((marks) => marks[one]).sort((a, b) => a - b)[Math.floor(all.length / 2)];
  return Object.fromEntries([...categories, 'shift' as const].map((one) => [one, of(one)])) as Marks;
}
