/** Opens the run's browser (see browser-setup.ts). */
import { type Browser, chromium } from 'playwright-core';
import { inject } from 'vitest';
import { lookOften } from './look-often.ts';

export type FoundBrowser = { executable: string; libraries: string | null };

export async function launchBrowser(found: FoundBrowser): Promise<Browser> {
  const { LD_LIBRARY_PATH } = process.env;
  const libraries = [found.libraries, LD_LIBRARY_PATH].filter(Boolean).join(':');
  const browser = await chromium.launch({
    executablePath: found.executable,
    args: ['--no-sandbox', '--headless=shell', '--font-render-hinting=none'],
    env: { ...process.env, ...(libraries ? { LD_LIBRARY_PATH: libraries } : {}) } as Record<string, string>,
  });
  lookOften(browser);
  return browser;
}

/** @returns null, after one line that says so, where the machine has no browser; in CI that is a failure. */
export async function openBrowser(): Promise<Browser | null> {
  const found = inject('browser');
  if (found) return launchBrowser(found);
  if (process.env.CI === 'true') throw new Error('CI has no browser for the tests that need one.');
  console.log('not run: needs Chromium');
  return null;
}
