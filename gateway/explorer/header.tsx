import type { ReactNode } from 'react';
import { LANGUAGE_TAG, type Language, TEXT } from './language.ts';

interface HeaderProps {
  readonly now: string;
  readonly language: Language;
  onLanguage(language: Language): void;
  readonly children: ReactNode;
}

export function Header({ now, language, onLanguage, children }: HeaderProps) {
  const text = TEXT[language];
  const other = language === 'zh' ? 'en' : 'zh';
  return (
    <header>
      <h1>
        Panorama <span>{text.tagline}</span>
      </h1>
      <p className="synthetic">{text.synthetic}</p>
      <p>
        {text.businessTime} <time dateTime={now}>{toMinute(now)}</time>
      </p>
      <nav aria-label={text.navigation}>
        <a href={language === 'en' ? '/?lang=en' : '/'}>{text.home}</a>
        <button
          className="control"
          type="button"
          lang={LANGUAGE_TAG[other]}
          onClick={() => onLanguage(other)}
        >
          {text.switchTo}
        </button>
      </nav>
      {children}
    </header>
  );
}

/** `2026-11-20T10:00:00+08:00` to `2026-11-20 10:00 (+08:00)`. */
function toMinute(moment: string): string {
  return `${moment.slice(0, 10)} ${moment.slice(11, 16)} (${moment.slice(-6)})`;
}
