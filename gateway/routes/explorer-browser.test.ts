/** The explorer as its user meets it, in a browser that can reach nothing but loopback. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { ARREARS, createTestApp, OPERATIONS, ORDINARY } from '../explorer/testing/app.ts';
import {
  accessibilityFaults,
  DESKTOP,
  launchBrowser,
  type Misdeeds,
  NO_BROWSER,
  openPage,
  PHONE,
  seeAnswer,
  seeEditors,
  tabTo,
} from '../explorer/testing/browser.ts';

const ROOT = join(import.meta.dirname, '../..');
const DIST = join(ROOT, 'gateway/explorer/dist');
const SCREENSHOTS = join(ROOT, 'gateway/explorer/screenshots');

if (NO_BROWSER) console.warn(`Skipped the explorer in a browser: ${NO_BROWSER}.`);

(NO_BROWSER ? describe.skip : describe)('explorer in Chromium', () => {
  let app: FastifyInstance;
  let browser: Browser;
  let origin: string;
  const misdeeds: Misdeeds = { foreignRequests: [], errors: [] };

  beforeAll(async () => {
    if (!existsSync(join(DIST, 'index.html'))) {
      execFileSync(process.execPath, ['node_modules/vite/bin/vite.js', 'build', 'gateway/explorer'], {
        cwd: ROOT,
      });
    }
    app = await createTestApp(DIST);
    await app.listen({ host: '127.0.0.1', port: 0 });
    origin = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
    browser = await launchBrowser();
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  const open = (path: string, look?: BrowserContextOptions) =>
    openPage(browser, origin + path, misdeeds, look);

  async function openExplorer(look?: BrowserContextOptions): Promise<Page> {
    const page = await open('/explorer', look);
    await seeEditors(page);
    return page;
  }

  it('runs each ready tab with its own variables, the first as well', async () => {
    const page = await openExplorer();
    const execute = page.getByRole('button', { name: 'Execute query' });

    await execute.click();
    await seeAnswer(page, '客户1');
    await page.getByRole('tab', { name: 'IvrBalance' }).click();
    await execute.click();

    await seeAnswer(page, '1234');
  });

  it('keeps the open tab and its variables over a reload', async () => {
    const page = await openExplorer();
    await page.getByRole('tab', { name: 'IvrBalance' }).click();
    // GraphiQL saves its tabs half a second after a change.
    await page.waitForFunction(() =>
      sessionStorage.getItem('graphiql:tabState')?.includes('"activeTabIndex":1'),
    );

    await page.reload();
    await seeEditors(page);
    await page.getByRole('button', { name: 'Execute query' }).click();

    await seeAnswer(page, '1234');
    expect(await page.getByRole('tab').count()).toBe(OPERATIONS.length);
  });

  it('runs a named case chosen with the keyboard', async () => {
    const page = await openExplorer();

    expect(await tabTo(page, ARREARS.serviceNumber)).toBe(true);
    await page.keyboard.press('Enter');

    await seeAnswer(page, '客户2');
    expect(await page.getByRole('status').textContent()).toBe('已用 13800000002 运行 ScreenPop');
    expect(await page.locator('aside [aria-current=true]').textContent()).toContain(ARREARS.serviceNumber);
  });

  it('runs the case that the landing page links to', async () => {
    const page = await open('/?lang=en');

    await page.getByRole('link', { name: ARREARS.serviceNumber }).click();

    await seeAnswer(page, '客户2');
    expect(new URL(page.url()).search).toBe('?case=arrears&lang=en');
  });

  it('speaks Chinese first and English by switch', async () => {
    const page = await openExplorer();
    const language = () => page.locator('html').getAttribute('lang');

    expect(await language()).toBe('zh-CN');
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByText('Synthetic data: all made up, belongs to nobody.').waitFor();

    expect(await language()).toBe('en');
    expect(new URL(page.url()).search).toBe('?lang=en');
  });

  it('shows the documentation and the history', async () => {
    const page = await openExplorer();
    await page.getByRole('button', { name: ORDINARY.serviceNumber }).click();
    await seeAnswer(page, '客户1');

    await page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
    await page.getByRole('link', { name: 'Query' }).click();
    await page.getByText('Whoever uses a number.').waitFor();
    await page.getByRole('button', { name: 'Show History' }).click();

    await page.locator('.graphiql-history-item').filter({ hasText: 'ScreenPop' }).waitFor();
  });

  it.each([
    { device: 'desktop', colorScheme: 'light', viewport: DESKTOP },
    { device: 'desktop', colorScheme: 'dark', viewport: DESKTOP },
    { device: 'phone', colorScheme: 'light', viewport: PHONE },
  ] as const)('meets WCAG 2.2 AA on a $device, $colorScheme', async ({ device, ...look }) => {
    const picture = (name: string) => join(SCREENSHOTS, `${name}-${device}-${look.colorScheme}.png`);

    const landing = await open('/', look);
    await landing.screenshot({ path: picture('landing'), fullPage: true });
    expect(await accessibilityFaults(landing)).toEqual([]);

    const explorer = await openExplorer(look);
    await explorer.getByRole('button', { name: ORDINARY.serviceNumber }).click();
    await seeAnswer(explorer, '客户1');
    await explorer.getByRole('button', { name: 'Show Documentation Explorer' }).click();
    await explorer.getByRole('link', { name: 'Query' }).click();
    await explorer.getByText('Whoever uses a number.').waitFor();
    await explorer.screenshot({ path: picture('explorer'), fullPage: true });
    // GraphiQL's own tabs hold a button each.
    expect(await accessibilityFaults(explorer, ['nested-interactive'])).toEqual([]);
  });

  it('asked no other host for anything, and broke no rule of its own', () => {
    expect(misdeeds).toEqual({ foreignRequests: [], errors: [] });
  });
});
