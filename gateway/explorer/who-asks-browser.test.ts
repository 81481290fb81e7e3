/** Who asks in the explorer, in a browser, of a small stand-in whose tokens the test can take back. */
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import {
  accessibilityFaults,
  answerTo,
  launchBrowser,
  type Misdeeds,
  NO_BROWSER,
  openPage,
  seeAnswer,
  seeEditors,
  storedBy,
  tabTo,
} from './testing/browser.ts';
import { buildIfStale } from './testing/bundle.ts';
import { openStandIn, PASTED_TOKEN, STAND_IN_NAME, type StandIn } from './testing/stand-in.ts';

const SCREENSHOTS = join(import.meta.dirname, 'screenshots');
const AGENT = '话务员 林小雨';
const AUDITOR = '审计员 苏静';

(NO_BROWSER ? describe.skip : describe)('who asks, in Chromium', () => {
  let browser: Browser;
  let distDir: string;
  let standIn: StandIn;

  beforeAll(async () => {
    distDir = buildIfStale();
    browser = await launchBrowser();
  }, 180_000);

  afterEach(async () => {
    for (const context of browser.contexts()) await context.close();
    await standIn.close();
  });

  afterAll(() => browser?.close());

  /** Pages that meet a refusal log it, as browsers do; nothing else may go wrong. */
  async function openExplorer(
    query = '',
    options: { personas?: boolean; look?: BrowserContextOptions } = {},
  ): Promise<{ page: Page; misdeeds: Misdeeds }> {
    const misdeeds: Misdeeds = { foreignRequests: [], errors: [] };
    standIn = await openStandIn({ distDir, ...options });
    const page = await openPage(browser, `${standIn.origin}/explorer/${query}`, misdeeds, options.look);
    await seeEditors(page);
    return { page, misdeeds };
  }

  const whoAsks = (page: Page) => page.getByRole('region', { name: '请求身份' });
  const picker = (page: Page) => page.getByRole('combobox', { name: /^(身份|Ask as)$/ });
  const execute = (page: Page) => page.getByRole('button', { name: 'Execute query' }).click();

  it('shows the name to the agent and, once the auditor is picked, refuses it to him', async () => {
    const { page, misdeeds } = await openExplorer();
    const agent = await answerTo(page, () => execute(page));
    expect(agent).toEqual({
      data: { customer: { customerId: '1', name: STAND_IN_NAME, vipGrade: 'DIAMOND' } },
    });

    await picker(page).selectOption({ label: AUDITOR });
    await whoAsks(page).getByText('可见范围：审计记录与统计，看不到客户。').waitFor();
    expect(standIn.asked.length).toBe(1);

    const auditor = await answerTo(page, () => execute(page));
    expect(auditor.data.customer).toEqual({ customerId: '1', name: null, vipGrade: 'DIAMOND' });
    expect(auditor.errors).toMatchObject([{ path: ['customer', 'name'], extensions: { code: 'FORBIDDEN' } }]);
    await seeAnswer(page, 'FORBIDDEN');
    expect(misdeeds).toEqual({ foreignRequests: [], errors: [] });
  });

  it('is chosen with the keyboard alone, purpose and receipt too, and sent with the query', async () => {
    const { page } = await openExplorer();

    expect(await tabTo(page, AGENT, 'select')).toBe(true);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Tab');
    for (let presses = 0; presses < 6; presses++) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Tab');
    await page.keyboard.type('receipt.signed');
    expect(await tabTo(page, '13800000002')).toBe(true);
    await answerTo(page, () => page.keyboard.press('Enter'));

    const [headers] = standIn.asked;
    expect(standIn.issued).toMatchObject({ auditor: 1 });
    expect(headers?.get('panorama-purpose')).toBe('AUDIT');
    expect(headers?.get('panorama-authentication')).toBe('receipt.signed');
  });

  it('is remembered by id, and no token is in storage, in an address or on the page', async () => {
    const { page } = await openExplorer();
    const addresses: string[] = [];
    page.on('request', (request) => addresses.push(request.url()));
    await picker(page).selectOption({ label: AUDITOR });
    await answerTo(page, () => execute(page));
    const token = standIn.asked.at(-1)?.get('authorization')?.replace('Bearer ', '');

    expect(token).toMatch(/^e30\./);
    expect(await storedBy(page)).toContain('panorama:persona');
    for (const text of [await storedBy(page), await page.content(), page.url(), ...addresses]) {
      expect(text).not.toContain(token);
    }
    await page.reload();
    await seeEditors(page);
    expect(await picker(page).inputValue()).toBe('auditor');
  });

  it('gets a new token when the service refuses the one it has', async () => {
    const { page } = await openExplorer();
    standIn.revoke();

    await execute(page);

    await seeAnswer(page, STAND_IN_NAME);
    expect(standIn.issued).toEqual({ 'hotline-agent': 2 });
    expect(await whoAsks(page).getByRole('alert').textContent()).toBe('');
  });

  it('says what to do when no token is accepted', async () => {
    const { page } = await openExplorer();
    standIn.letNobodyIn();

    await execute(page);

    await whoAsks(page).getByRole('alert').filter({ hasText: '请选另一个身份' }).waitFor();
    await seeAnswer(page, 'UNAUTHENTICATED');
    await page.screenshot({ path: join(SCREENSHOTS, 'who-asks-refused.png') });
    expect(await accessibilityFaults(page, ['nested-interactive'])).toEqual([]);
  });

  it('takes a pasted token where there is no demo identity provider, and keeps it nowhere', async () => {
    const { page } = await openExplorer('', { personas: false });
    await whoAsks(page).getByRole('alert').filter({ hasText: '请先粘贴一个' }).waitFor();
    const field = page.getByLabel('访问令牌');
    expect(await field.getAttribute('type')).toBe('password');

    await field.fill('wrong');
    await execute(page);
    await whoAsks(page).getByRole('alert').filter({ hasText: '请粘贴新的令牌' }).waitFor();
    await page.screenshot({ path: join(SCREENSHOTS, 'who-asks-token.png') });
    expect(await accessibilityFaults(page, ['nested-interactive'])).toEqual([]);

    await field.fill(`Bearer ${PASTED_TOKEN}`);
    // The schema, refused until now, is asked for again.
    await page.waitForResponse((response) => response.ok() && isAboutSchema(response.request().postData()));
    const { data } = await answerTo(page, () => execute(page));
    expect(data.customer.name).toBe(STAND_IN_NAME);
    expect(`${await storedBy(page)} ${page.url()}`).not.toContain(PASTED_TOKEN);
  });

  it.each([
    { lang: 'zh', width: 1280, colorScheme: 'light' },
    { lang: 'en', width: 1280, colorScheme: 'dark' },
    { lang: 'zh', width: 400, colorScheme: 'dark' },
    { lang: 'en', width: 400, colorScheme: 'light' },
  ] as const)(
    'meets WCAG 2.2 AA in $lang, $width wide, $colorScheme',
    async ({ lang, width, colorScheme }) => {
      const look = { colorScheme, viewport: { width, height: 800 } };
      const { page } = await openExplorer(lang === 'en' ? '?lang=en' : '', { look });
      const asAuditor = lang === 'en' ? 'Su Jing, auditor' : AUDITOR;
      await picker(page).selectOption(asAuditor);
      await answerTo(page, () => execute(page));
      await seeAnswer(page, 'FORBIDDEN');

      await page.screenshot({ path: join(SCREENSHOTS, `who-asks-${lang}-${width}.png`), fullPage: true });

      expect(await accessibilityFaults(page, ['nested-interactive'])).toEqual([]);
      const isWider = await page.locator('html').evaluate((html: Box) => html.scrollWidth > html.clientWidth);
      expect(isWider).toBe(false);
    },
  );
});

interface Box {
  readonly scrollWidth: number;
  readonly clientWidth: number;
}

function isAboutSchema(body: string | null): boolean {
  return body?.includes('__schema') ?? false;
}
