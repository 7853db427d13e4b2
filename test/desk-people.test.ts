/** How people come to the desk, in a real browser: invited, by password, app, recovery code, passkey and single sign-on. */
import type { BrowserContext, Page } from 'playwright-core';
import decodeQR from 'qr/decode.js';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { violations } from './axe.ts';
import { type Desk, openDesk } from './desk-browser.ts';
import { client, type OidcProvider, startOidcProvider } from './oidc-provider.ts';
import { freePort } from './program.ts';
import { codeOf } from './visitor.ts';

let desk: Desk;
let provider: OidcProvider;

beforeAll(async () => {
  const port = await freePort();
  const redirectUri = `http://localhost:${port}/api/auth/callback/oidc`;
  provider = await startOidcProvider({ redirectUri });
  desk = await openDesk({
    port,
    env: {
      OIDC_ISSUER: provider.issuer,
      OIDC_CLIENT_ID: client.clientId,
      OIDC_CLIENT_SECRET: client.clientSecret,
      OIDC_NAME: 'The House',
    },
  });
});
afterAll(async () => {
  await desk.close();
  await provider.close();
});

const password = 'four plain words here';

/** A browser in which nobody is signed in. */
async function stranger(path = ''): Promise<{ page: Page; context: BrowserContext }> {
  const context = await (desk.browser as NonNullable<Desk['browser']>).newContext();
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  if (path) await page.goto(path.startsWith('http') ? path : `${desk.program.url}/desk/${path}`);
  return { page, context };
}

/** Invited by the owner on the people's screen. @returns the link that is sent. */
async function invite(name: string, email: string, role = 'Editor'): Promise<string> {
  const { page, context, complaints } = await desk.open('#/people');
  await page.getByRole('button', { name: 'Invite somebody' }).click();
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Role').selectOption({ label: role });
  await page.getByRole('button', { name: 'Make the link' }).click();
  const link = await page.getByLabel('Link of the invitation').inputValue();
  expect(complaints).toEqual([]);
  await context.close();
  return link;
}

/** Takes an invitation up, with a password. @returns the person's own page, on the list. */
async function join(name: string, email: string, role?: string): Promise<Page> {
  const { page } = await stranger(await invite(name, email, role));
  await page.getByText(email).waitFor();
  expect(await page.getByLabel('Your name').inputValue()).toBe(name);
  expect(await violations(page)).toEqual([]);
  await page.getByLabel('New password').fill(password);
  await page.getByRole('button', { name: 'Begin' }).click();
  await page.waitForSelector('.story-row');
  return page;
}

async function signIn(email: string): Promise<Page> {
  const { page } = await stranger('#/');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  return page;
}

it('invites somebody, once, with the role that was given and no other', async () => {
  if (!desk.browser) return;
  const link = await invite('Rosa Field', 'rosa@example.org', 'Reporter');
  const { page } = await stranger(link);
  await page.getByLabel('New password').fill(password);
  await page.getByRole('button', { name: 'Begin' }).click();
  await page.waitForSelector('.story-row');
  expect(page.url()).not.toContain('invitation');
  await page.goto(`${desk.program.url}/desk/#/people`);
  await page.getByText('Your roles do not allow that').waitFor();
  await page.context().close();
  const { page: second } = await stranger(link);
  await second.getByText('This link does not hold any more').waitFor();
  await second.context().close();
});

it('asks for the app’s code, which the QR code on the screen carries, and takes a recovery code in its place', async () => {
  if (!desk.browser) return;
  const email = 'pavel@example.org';
  const page = await join('Pavel Tower', email);
  await page.goto(`${desk.program.url}/desk/#/account`);
  await page.getByLabel('Present password').last().fill(password);
  await page.getByRole('button', { name: 'Switch on' }).click();
  const picture = page.getByRole('img', { name: 'QR code with the key below' });
  const { data, info } = await sharp(await picture.screenshot())
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const totpURI = decodeQR({ width: info.width, height: info.height, data });
  const key = (await page.locator('code.secret').innerText()).replaceAll(' ', '');
  expect(new URL(totpURI).searchParams.get('secret')).toBe(key);
  expect(await violations(page)).toEqual([]);
  await page.getByLabel('Code that the app shows').fill('000000');
  await page.getByRole('button', { name: 'Switch on' }).click();
  await page.getByText('The code is wrong').waitFor();
  await page.getByLabel('Code that the app shows').fill(codeOf(totpURI));
  await page.getByRole('button', { name: 'Switch on' }).click();
  await page.waitForSelector('.recovery code');
  const codes = await page.locator('.recovery code').allInnerTexts();
  expect(codes).toHaveLength(10);
  // Printed, they stand alone on the page.
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('.recovery').isVisible()).toBe(true);
  expect(await page.getByRole('heading', { name: 'Passkeys' }).isVisible()).toBe(false);
  await page.emulateMedia({ media: 'screen' });
  await page.getByRole('button', { name: 'I have them' }).click();
  expect(await page.locator('.recovery').count()).toBe(0);

  const next = codeOf(totpURI, new Date(Date.now() + 30_000));
  const again = await signIn(email);
  await again.getByLabel('Code').fill(next);
  await again.getByRole('button', { name: 'Sign in', exact: true }).click();
  await again.waitForSelector('.story-row');
  await again.context().close();
  const late = await signIn(email);
  await late.getByLabel('Code').fill(next);
  await late.getByRole('button', { name: 'Sign in', exact: true }).click();
  await late.getByText('This code was used already').waitFor();
  await late.getByLabel('Code').fill(codes[0] as string);
  await late.getByRole('button', { name: 'Sign in', exact: true }).click();
  await late.waitForSelector('.story-row');

  // Where he is signed in: the one that ends all others stays.
  await page.reload();
  await page.getByRole('button', { name: 'End all others' }).click();
  await page.getByRole('button', { name: 'End all others' }).waitFor({ state: 'detached' });
  await late.reload();
  await late.getByLabel('Password').waitFor();
  await page.context().close();
  await late.context().close();
});

it('signs in with a passkey that was made on the account’s screen', async () => {
  if (!desk.browser) return;
  const page = await join('Iris Key', 'iris@example.org');
  const debug = await page.context().newCDPSession(page);
  await debug.send('WebAuthn.enable');
  await debug.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  await page.goto(`${desk.program.url}/desk/#/account`);
  await page.getByLabel('Name of this device or key').fill('My telephone');
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await page.getByText('My telephone').waitFor();
  await page.getByRole('button', { name: 'Sign out' }).last().click();
  await page.getByRole('button', { name: 'Use a passkey' }).click();
  // In again, where he went out.
  await page
    .getByRole('listitem')
    .filter({ hasText: 'My telephone' })
    .getByRole('button', { name: 'Remove' })
    .click();
  await page.getByText('None yet: a fingerprint').waitFor();
  await page.context().close();
});

it('comes in by the house’s single sign-on, and is refused where nobody was invited', async () => {
  if (!desk.browser) return;
  await invite('Sofia Single', 'sofia@example.org');
  const claims = { sub: 'sofia-1', email: 'sofia@example.org', email_verified: true, name: 'Sofia Single' };
  provider.come(claims);
  const { page, context } = await stranger('#/');
  await page.getByRole('button', { name: 'Sign in with The House' }).click();
  await page.waitForSelector('.story-row');
  await page.goto(`${desk.program.url}/desk/#/account`);
  await page.getByText('It stands beside a password: set one first.').waitFor();
  await context.close();
  provider.come({ ...claims, sub: 'mallory-1', email: 'mallory@example.org' });
  const { page: other } = await stranger('#/');
  await other.getByRole('button', { name: 'Sign in with The House' }).click();
  await other.getByText('Ask an administrator for an invitation').waitFor();
  expect(await other.locator('.story-row').count()).toBe(0);
  await other.context().close();
});

it('shows who did what in the audit list, acts among it', async () => {
  if (!desk.browser) return;
  const { page, context, complaints } = await desk.open('#/audit');
  await page.getByRole('cell', { name: 'Accepted an invitation' }).first().waitFor();
  await page.getByLabel('Show').selectOption({ label: 'Acts' });
  await page.getByRole('cell', { name: 'Published' }).first().waitFor();
  expect(await page.getByRole('cell', { name: 'Accepted an invitation' }).count()).toBe(0);
  expect(await violations(page)).toEqual([]);
  // What was changed is read as lines in the language of the desk, and nowhere as a program's words.
  await page.evaluate(`(async () => {
    const { agency, mark } = await (await fetch('/api/settings/agency')).json();
    const { sample, ...asked } = agency;
    for (const edition of asked.editions) {
      edition.tagline = 'Of ' + edition.lang;
      edition.sections.reverse();
    }
    await fetch('/api/settings/agency', { method: 'PUT', headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ agency: { ...asked, zone: 'Asia/Yerevan', defaultLang: 'fr' }, seen: mark }) });
  })()`);
  for (const [lang, from, line] of [
    ['en', 'English', /^Edition of the bare address: \S*English\S* → \S*French\S*$/],
    ['fa', 'انگلیسی', /^ویرایشی که نشانی تنها باز می‌کند: از \S*انگلیسی\S* به \S*فرانسوی\S*$/],
  ] as const) {
    await page.evaluate(`fetch('/api/me', { method: 'PUT', headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ uiLang: '${lang}' }) })`);
    await page.reload();
    const facts = page
      .locator('tr', { hasText: from })
      .filter({ hasText: 'Asia/Yerevan' })
      .locator('.audit-facts li');
    await facts.first().waitFor();
    expect(await facts.nth(1).innerText()).toMatch(line);
    expect((await page.locator('.audit-facts li').allInnerTexts()).join('')).not.toMatch(/[{}"[\]∅]/);
    expect(await violations(page)).toEqual([]);
  }
  expect(complaints).toEqual([]);
  await context.close();
});

it('tells a Persian at the door in Persian what is wrong', async () => {
  if (!desk.browser) return;
  const context = await desk.browser.newContext({ locale: 'fa-IR' });
  const page = await context.newPage();
  await page.goto(`${desk.program.url}/desk/`);
  await page.locator('input[name="email"]').fill('nobody@example.org');
  await page.locator('input[name="password"]').fill('not the password');
  await page.keyboard.press('Enter');
  await page.getByText('نشانی ایمیل یا گذرواژه درست نیست.').waitFor();
  await context.close();
});
