/** The desk in a real browser, on the running program with the sample agency in it, with its owner signed in. */
import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { openBrowser } from './browser.ts';
import { makeDataFolder, removeDataFolder } from './data-folder.ts';
import { makeSampleDatabase } from './filled-database.ts';
import { freePort, type Program, startProgram } from './program.ts';
import { fetchRaw, type RawAnswer } from './raw-http.ts';

export type Desk = {
  program: Program;
  /** Null: this machine has no browser. */
  browser: Browser | null;
  /** The one-time link that the program printed, before anybody used it. */
  link: string;
  /** Opens the desk for its owner. What the browser complained of is in `complaints`. */
  open: (path?: string, options?: BrowserContextOptions) => Promise<Opened>;
  close: () => Promise<void>;
};

export type Opened = { page: Page; context: BrowserContext; complaints: string[] };

/** @param env what the program is told besides. `port`: where it is to listen, any where none is said. */
export async function openDesk({
  env = {},
  port,
}: {
  env?: NodeJS.ProcessEnv;
  port?: number;
} = {}): Promise<Desk> {
  const folder = makeDataFolder();
  const [browser, database] = [await openBrowser(), await makeSampleDatabase()];
  const program = await startProgram({
    dataDir: folder,
    // Signing in is bound to an address that is known from the start.
    env: { EMPTY: '0', DATABASE_URL: database.url, PORT: String(port ?? (await freePort())), ...env },
  });
  const link = /(\S+#\/link\/\S+)/.exec(program.output())?.[1] ?? '';
  let state: Awaited<ReturnType<BrowserContext['storageState']>> | undefined;

  const open = async (path = '#/', options: BrowserContextOptions = {}): Promise<Opened> => {
    if (!browser) throw new Error('There is no browser.');
    state ??= await signInByLink(browser, link);
    const context = await browser.newContext({
      viewport: { width: 1280, height: 720 },
      storageState: state,
      ...options,
    });
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    const complaints = listen(page);
    await page.goto(`${program.url}/desk/${path}`);
    return { page, context, complaints };
  };
  return {
    program,
    browser,
    link,
    open,
    close: async () => {
      await browser?.close();
      await program.stop();
      await database.drop();
      removeDataFolder(folder);
    },
  };
}

async function signInByLink(browser: Browser, link: string) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(link);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForSelector('.story-row');
  const state = await context.storageState();
  await context.close();
  return state;
}

/** Refused requests are part of some tests; a broken rule of the page's own policy, or a bug, never is. */
function listen(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return complaints;
}

/** A story of one's own to write in, by keys alone. @returns its id. */
export async function beginStory(page: Page): Promise<number> {
  await page.waitForSelector('.story-row');
  await page.keyboard.press('n');
  await page.waitForSelector('.panel form');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.body[contenteditable="true"]');
  return Number(/#\/story\/(\d+)/.exec(page.url())?.[1]);
}

/** What readers get at a story's code, wherever it leads. */
export async function readStory({ program }: Desk, code: number): Promise<RawAnswer> {
  const answer = await fetchRaw(`${program.url}/${code}`, {});
  const there = answer.headers.location;
  return there ? fetchRaw(program.url + there, {}) : answer;
}

/** Sets the cursor by a click. The editor takes it up a moment later: no hand is faster than that, a test is. */
export async function clickInto(place: Locator): Promise<void> {
  await place.click();
  await place.page().waitForTimeout(100);
}

/** By the Tab key alone, as somebody without a mouse. @param key 'Shift+Tab' goes back. @throws where it never gets there. */
export async function tabTo(page: Page, selector: string, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) === true, selector)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`No way to ${selector} by ${key}.`);
}

/** Waits until the line about the words says so. */
export async function waitForStatus(page: Page, status: string): Promise<void> {
  await page.waitForSelector(`.save-status[data-status="${status}"]`, { timeout: 20_000 }).catch(async () => {
    const there = page.locator('.save-status');
    throw new Error(
      `The words are not “${status}” but “${await there.getAttribute('data-status')}”: ${await there.innerText()}`,
    );
  });
}
