/** Chromium that can reach nothing but loopback. */
import { existsSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import {
  type Browser,
  type BrowserContextOptions,
  chromium,
  type Page,
  type Response,
} from 'playwright-core';
import type { Answer } from '../../testing/test-world.ts';

const CHROMIUM = '/usr/bin/chromium';
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-gpu-rasterization',
  '--disable-software-rasterizer',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const WCAG_22_AA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

export const DESKTOP = { width: 1440, height: 900 };
export const PHONE = { width: 390, height: 844 };

/** Why there is no browser to test with; undefined when there is one. */
export const NO_BROWSER = existsSync(CHROMIUM) ? undefined : `${CHROMIUM} is not installed`;

/** What pages did that they should not have: filled while they run. */
export interface Misdeeds {
  readonly foreignRequests: string[];
  readonly errors: string[];
}

export function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
}

/** Opens a page in a fresh profile; what it asks of any other host is refused and noted. */
export async function openPage(
  browser: Browser,
  url: string,
  { foreignRequests, errors }: Misdeeds,
  look: BrowserContextOptions = { viewport: DESKTOP },
): Promise<Page> {
  const context = await browser.newContext(look);
  await context.route('**/*', (route) => {
    const requested = route.request().url();
    if (new URL(requested).hostname === '127.0.0.1') return route.continue();
    foreignRequests.push(requested);
    return route.abort();
  });
  const page = await context.newPage();
  // Sooner than Jest gives up on the test: this says what it was that never came.
  page.setDefaultTimeout(15_000);
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  await page.goto(url);
  return page;
}

/** GraphiQL shows its buttons before Monaco has made the editors; ours wait for them. */
export async function seeEditors(page: Page): Promise<void> {
  await page.locator('aside li button:enabled').first().waitFor();
}

/** What the graph answers to what this does; the explorer's own question for the schema does not count. */
export async function answerTo(page: Page, ask: () => Promise<unknown>): Promise<Answer> {
  const isAnswer = (response: Response) =>
    response.url().endsWith('/graphql') && !response.request().postData()?.includes('__schema');
  const [response] = await Promise.all([page.waitForResponse(isAnswer), ask()]);
  return response.json();
}

/** Waits until the answer shows a text, without spaces: Monaco renders them as no-break spaces. */
export async function seeAnswer(page: Page, text: string): Promise<void> {
  await page.locator('.graphiql-response .view-lines').filter({ hasText: text }).waitFor();
}

/** Presses Tab until a button (or another element) with this text has the focus. */
export async function tabTo(page: Page, text: string, element = 'button', atMost = 20): Promise<boolean> {
  for (let presses = 0; presses < atMost; presses++) {
    if ((await page.locator(`${element}:focus`).filter({ hasText: text }).count()) > 0) return true;
    await page.keyboard.press('Tab');
  }
  return false;
}

/** All that the page keeps in the browser's storage, as one text. */
export function storedBy(page: Page): Promise<string> {
  return page.evaluate('JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie])');
}

/** One line for each element that fails a rule of WCAG 2.2 AA. */
export async function accessibilityFaults(page: Page, disabledRules: string[] = []): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(WCAG_22_AA)
    .disableRules(disabledRules)
    .analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary}`),
  );
}
