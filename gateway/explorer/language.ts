/** Chinese first, English by switch; the address remembers it (`?lang=en`), as on the landing page. */
export type Language = 'zh' | 'en';

export const TEXT = {
  zh: {
    title: 'Panorama 探索器',
    tagline: '统一客户视图',
    synthetic: '合成数据：全部编造，不属于任何人。',
    businessTime: '业务时间',
    home: '首页',
    skip: '跳到查询编辑器',
    switchTo: 'English',
    cases: '具名用例',
    casesHint: '选一个号码，立即查询。',
    openWith: '用哪个查询打开',
    restore: '恢复现成标签页',
    version: '版本',
    editor: 'GraphQL 编辑器',
    navigation: '导航',
    failed: '无法读取探索器的配置。请确认网关正在运行，然后刷新页面。',
    ran: (number: string, operation: string) => `已用 ${number} 运行 ${operation}`,
    whoAsks: '请求身份',
    askAs: '身份',
    token: '访问令牌',
    tokenHint: '粘贴贵公司身份系统签发的 Bearer 令牌。只留在本页内存里，刷新即忘，不进地址，不存浏览器。',
    purpose: '查询目的',
    purposes: {
      SERVICE_REQUEST: '业务办理',
      BILL_ENQUIRY: '账单咨询',
      COMPLAINT: '投诉处理',
      RETENTION: '客户挽留',
      FRAUD_CHECK: '反欺诈核查',
      AUDIT: '审计',
      OWN_DATA: '本人查询',
    },
    noPurpose: '未说明',
    receipt: '客户认证回执',
    receiptFrom: '客户认证成功后得到',
    sees: (what: string) => `可见范围：${what}。`,
    problems: {
      REFUSED_PERSON: '服务不接受此人的令牌。请选另一个身份，或稍后再试。',
      REFUSED_TOKEN: '令牌无效或已过期。请粘贴新的令牌。',
      NO_TOKEN: '还没有令牌。请先粘贴一个，再查询。',
      NO_PROVIDER: '取不到此人的令牌。请选另一个身份，或确认网关正在运行。',
    },
  },
  en: {
    title: 'Panorama explorer',
    tagline: 'Unified customer view',
    synthetic: 'Synthetic data: all made up, belongs to nobody.',
    businessTime: 'Business time',
    home: 'Home',
    skip: 'Skip to the query editor',
    switchTo: '中文',
    cases: 'Named cases',
    casesHint: 'Choose a number to run it.',
    openWith: 'Open with',
    restore: 'Restore the ready tabs',
    version: 'Version',
    editor: 'GraphQL editor',
    navigation: 'Navigation',
    failed: 'The explorer cannot read its configuration. Check that the gateway runs, then reload.',
    ran: (number: string, operation: string) => `Ran ${operation} with ${number}`,
    whoAsks: 'Who asks',
    askAs: 'Ask as',
    token: 'Bearer token',
    tokenHint:
      'Paste a token of your identity provider. It stays in the memory of this page: gone after a reload, never in an address or in storage.',
    purpose: 'Purpose',
    purposes: {
      SERVICE_REQUEST: 'Service request',
      BILL_ENQUIRY: 'Bill enquiry',
      COMPLAINT: 'Complaint',
      RETENTION: 'Retention',
      FRAUD_CHECK: 'Fraud check',
      AUDIT: 'Audit',
      OWN_DATA: 'Own data',
    },
    noPurpose: 'Not stated',
    receipt: 'Authentication receipt',
    receiptFrom: 'given on authentication',
    sees: (what: string) => `Sees: ${what}.`,
    problems: {
      REFUSED_PERSON:
        'The service does not accept this person’s token. Pick somebody else, or try again later.',
      REFUSED_TOKEN: 'The token is not valid or has expired. Paste a new one.',
      NO_TOKEN: 'There is no token yet. Paste one, then ask.',
      NO_PROVIDER: 'No token for this person. Pick somebody else, or check that the gateway runs.',
    },
  },
} as const;

export const LANGUAGE_TAG = { zh: 'zh-CN', en: 'en' } as const;

export function readLanguage(): Language {
  return new URLSearchParams(location.search).get('lang') === 'en' ? 'en' : 'zh';
}

/** Tells the page and its address; the address, so that a reload or a copied link keeps the language. */
export function showLanguage(language: Language): void {
  document.documentElement.lang = LANGUAGE_TAG[language];
  document.title = TEXT[language].title;
  const url = new URL(location.href);
  if (language === 'en') url.searchParams.set('lang', 'en');
  else url.searchParams.delete('lang');
  history.replaceState(null, '', url);
}
