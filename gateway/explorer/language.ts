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
