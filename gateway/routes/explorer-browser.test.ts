/** The real service as a newcomer meets it, in a browser that can reach nothing but loopback. */
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { createDemoIdentityProvider } from '../../mocks/identity-provider/identity-provider.ts';
import { PERSONAS } from '../../mocks/identity-provider/personas.ts';
import { EXAMPLES } from '../../mocks/world/examples.ts';
import { loadRoles } from '../../schema/tools/roles.ts';
import { openStaffIdentity, type StaffIdentity } from '../access/staff-identity.ts';
import { createApp } from '../app.ts';
import {
  accessibilityFaults,
  answerTo,
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
import { buildIfStale } from '../explorer/testing/bundle.ts';
import { createRecorder } from '../recorder.ts';
import { type Answer, openTestWorld, type TestWorld } from '../testing/test-world.ts';
import { explorerRoutes } from './explorer.ts';

const ROOT = join(import.meta.dirname, '../..');
const SCREENSHOTS = join(ROOT, 'gateway/explorer/screenshots');
const ORDINARY = '13808000001';
const VIP = '13808000002';
const SHARED_PHONE = '13808000043';

if (NO_BROWSER) console.warn(`Skipped the explorer in a browser: ${NO_BROWSER}.`);

(NO_BROWSER ? describe.skip : describe)('explorer in Chromium', () => {
  let panorama: TestWorld;
  let identity: StaffIdentity;
  let app: FastifyInstance;
  let browser: Browser;
  let origin: string;
  const misdeeds: Misdeeds = { foreignRequests: [], errors: [] };

  beforeAll(async () => {
    const distDir = buildIfStale();
    panorama = await openTestWorld();
    const { world, supergraphSdl, subgraphs, operations, trail } = panorama;
    const roles = loadRoles(ROOT);
    const demo = await createDemoIdentityProvider({ issuer: 'http://127.0.0.1/demo', audience: 'panorama' });
    identity = openStaffIdentity({
      issuer: demo.issuer,
      audience: 'panorama',
      fetchKeys: async () => demo.jwks,
      roles,
      epochsFile: ':memory:',
      isOnRecord: () => trail.isHealthy,
      readReceipt: () => null,
      report() {},
    });
    app = await createApp({
      supergraphSdl,
      subgraphs,
      operations,
      access: identity.access,
      recorder: createRecorder({ trail, roles }),
      hashAddress: () => 'test',
      async pages(scope) {
        await scope.register(demo.routes, { prefix: '/demo' });
        await scope.register(explorerRoutes, {
          distDir,
          operations,
          examples: EXAMPLES,
          cases: world.namedCases,
          now: world.now,
          personas: PERSONAS,
        });
      },
    });
    await app.listen({ host: '127.0.0.1', port: 0 });
    origin = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
    browser = await launchBrowser();
  }, 180_000);

  afterEach(async () => {
    for (const context of browser.contexts()) await context.close();
  });

  afterAll(async () => {
    await browser?.close();
    await app?.close();
    identity?.close();
    await panorama?.close();
  });

  const open = (path: string, look?: BrowserContextOptions) =>
    openPage(browser, origin + path, misdeeds, look);

  async function openExplorer(): Promise<Page> {
    const page = await open('/explorer');
    await seeEditors(page);
    return page;
  }

  const chooseCase = (page: Page, number: string) => page.locator('aside li').getByText(number).click();
  const execute = (page: Page) => page.getByRole('button', { name: 'Execute query' }).click();

  async function openDocs(page: Page): Promise<void> {
    await page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
    await page.getByRole('link', { name: 'Query' }).click();
    await page.getByRole('link', { name: 'customerLookup', exact: true }).waitFor();
  }

  it('leads from / to a customer whom all four systems know', async () => {
    const page = await open('/');
    await page.getByRole('link', { name: '打开探索器' }).click();
    await seeEditors(page);

    const pop = await answerTo(page, () => execute(page));
    expect(pop.errors).toBeUndefined();
    expect(pop.data.customerLookup).toMatchObject({ outcome: 'ONE' });
    await seeAnswer(page, pop.data.customerLookup.matches[0].customer.name);

    await page.getByLabel('用哪个查询打开').selectOption('customer-view');
    const view = await answerTo(page, () => chooseCase(page, VIP));
    expect(view.errors).toBeUndefined();
    expect(view.data.customer).toMatchObject({
      customerId: '100000001',
      accounts: expect.arrayContaining([expect.objectContaining({ bills: expect.any(Array) })]),
      marketingHistory: { count: expect.any(Number) },
      contacts: { totalCount: expect.any(Number) },
    });
    await seeAnswer(page, '100000001');

    await openDocs(page);
    await page.screenshot({ path: join(SCREENSHOTS, 'customer-view.png') });
  });

  it('answers each person what their role may see, and nothing by itself when another is picked', async () => {
    const page = await openExplorer();
    const pick = (persona: string) =>
      page.getByRole('combobox', { name: '身份', exact: true }).selectOption(persona);
    const nameIn = ({ data }: Answer) => data.customerLookup.matches[0].customer.name;
    const refusalOf = ({ errors = [] }: Answer, field: string) =>
      errors.find(({ path = [] }) => path.at(-1) === field)?.extensions['code'];
    expect(nameIn(await answerTo(page, () => chooseCase(page, VIP)))).toMatch(/^\p{Script=Han}{2,}$/u);

    await pick('analyst');
    await page.getByText('可见范围：业务数据，看不到姓名、证件和号码。').waitFor();
    const analyst = await answerTo(page, () => chooseCase(page, VIP));
    expect(nameIn(analyst)).toBeNull();
    expect(refusalOf(analyst, 'name')).toBe('FORBIDDEN');

    await pick('auditor');
    const auditor = await answerTo(page, () => chooseCase(page, VIP));
    expect(auditor.data).toEqual({ customerLookup: null });
    expect(refusalOf(auditor, 'customerLookup')).toBe('FORBIDDEN');
    await seeAnswer(page, 'FORBIDDEN');
  });

  it('gives each document a tab, and keeps the open one and its variables over a reload', async () => {
    const page = await openExplorer();
    await page.getByRole('tab', { name: 'UsagePanels' }).click();
    // GraphiQL saves its tabs half a second after a change.
    const index = panorama.operations.findIndex(({ name }) => name === 'usage-panels');
    await page.waitForFunction(
      (active) => sessionStorage.getItem('graphiql:tabState')?.includes(active),
      `"activeTabIndex":${index}`,
    );

    await page.reload();
    await seeEditors(page);

    expect(await answerTo(page, () => execute(page))).toMatchObject({
      data: { subscriber: EXAMPLES['usage-panels'] },
    });
    expect(await page.getByRole('tab').count()).toBe(panorama.operations.length);
  });

  it('runs a named case chosen with the keyboard, and remembers it', async () => {
    const page = await openExplorer();

    expect(await tabTo(page, VIP)).toBe(true);
    await answerTo(page, () => page.keyboard.press('Enter'));

    expect(await page.locator('aside').getByRole('status').textContent()).toBe(`已用 ${VIP} 运行 ScreenPop`);
    expect(await page.locator('aside [aria-current=true]').textContent()).toContain(VIP);
    await page.getByRole('button', { name: 'Show History' }).click();
    await page.locator('.graphiql-history-item').filter({ hasText: 'ScreenPop' }).waitFor();
  });

  it('looks up the phone of a case without a line, linked in English, and speaks Chinese by switch', async () => {
    const page = await open('/?lang=en');

    const { data } = await answerTo(page, () => page.getByRole('link', { name: SHARED_PHONE }).click());

    expect(data.customerLookup.matches.length).toBe(3);
    expect(new URL(page.url()).search).toBe('?case=shared-phone&lang=en');
    expect(await page.locator('aside').getByRole('status').textContent()).toBe(
      `Ran RetailCounter with ${SHARED_PHONE}`,
    );
    await page.getByRole('button', { name: '中文' }).click();
    await page.getByText('合成数据：全部编造，不属于任何人。').waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
  });

  it.each([
    { device: 'desktop', colorScheme: 'light', viewport: DESKTOP },
    { device: 'desktop', colorScheme: 'dark', viewport: DESKTOP },
    { device: 'phone', colorScheme: 'light', viewport: PHONE },
  ] as const)('meets WCAG 2.2 AA on a $device, $colorScheme', async ({ device, ...look }) => {
    const picture = (name: string) => join(SCREENSHOTS, `${name}-${device}-${look.colorScheme}.png`);
    const page = await open('/', look);
    await page.screenshot({ path: picture('landing'), fullPage: true });
    expect(await accessibilityFaults(page)).toEqual([]);

    await page.getByRole('link', { name: '打开探索器' }).click();
    await seeEditors(page);
    await answerTo(page, () => chooseCase(page, ORDINARY));
    await openDocs(page);
    await page.screenshot({ path: picture('explorer'), fullPage: true });
    // GraphiQL's own tabs hold a button each.
    expect(await accessibilityFaults(page, ['nested-interactive'])).toEqual([]);
    // What the editors hold is longer than the page; it must not make the page as long.
    const tall = await page
      .locator('html')
      .evaluate(({ scrollHeight }: { scrollHeight: number }) => scrollHeight);
    expect(tall).toBeLessThan(device === 'phone' ? 1_650 : 901);
  });

  it('asked no other host for anything, and broke no rule of its own', () => {
    expect(misdeeds).toEqual({ foreignRequests: [], errors: [] });
  });
});
