/**
 * Playwright looks whether something is there at once, four times within the next 270 ms, and then every 500 ms; but every
 * 100 ms where it may take less than 2.5 s in all. Here it may take that again and again: no test waits half a second for
 * what is there.
 */
import { type Browser, errors, type Frame, type Locator, type Page } from 'playwright-core';

/** Milliseconds of each time. */
const spanMs = 2_400;

/** Milliseconds in all, where nobody says otherwise. */
const patienceMs = 30_000;

type Options = NonNullable<Parameters<Page['waitForSelector']>[1]>;

/** Whether frames and locators know it: they are of one kind for all browsers. */
let isKnown = false;

/** For every page that the browser will open. */
export function lookOften(browser: Browser): void {
  browser.on('context', (context) =>
    context.on('page', (page) => {
      if (!isKnown) setFor(page.mainFrame(), page.locator('html'));
      isKnown = true;
    }),
  );
}

/** What all frames and locators do, by the example of one of each. */
function setFor(frame: Frame, locator: Locator): void {
  const frames = Object.getPrototypeOf(frame);
  const { waitForSelector } = frames;
  frames.waitForSelector = function (selector: string, options: Options = {}) {
    return inSpans(options, (given) => waitForSelector.call(this, selector, given));
  };
  const locators = Object.getPrototypeOf(locator);
  const { waitFor } = locators;
  locators.waitFor = function (options: Options = {}) {
    return inSpans(options, (given) => waitFor.call(this, given));
  };
}

async function inSpans<T>(options: Options, wait: (given: Options) => Promise<T>): Promise<T> {
  const limit = options.timeout ?? patienceMs;
  // Without an end.
  if (limit === 0) return wait(options);
  const until = Date.now() + limit;
  for (;;) {
    const left = until - Date.now();
    try {
      return await wait({ ...options, timeout: Math.max(1, Math.min(spanMs, left)) });
    } catch (error) {
      if (!(error instanceof errors.TimeoutError)) throw error;
      if (left <= spanMs) throw new errors.TimeoutError(`In ${limit} ms: ${error.message}`);
    }
  }
}
