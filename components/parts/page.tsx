import { CSPProvider } from '@base-ui/react/csp-provider';
import { type ReactNode, useEffect, useMemo } from 'react';
import { catalogue, chosenLanguage } from '../../locales/index.ts';
import type { Language } from '../../records/settings.ts';
import './base.css';
import { formatsFor } from './formats.ts';
import { LocaleContext } from './locale-context.tsx';
import { Saying } from './toast.tsx';

/**
 * What every page of ours stands in: language, theme, messages at the foot, and no style elements of Base UI's, which
 * our content security policy refuses. `now` (epoch ms) is what relative times are told from; `preferred` are the
 * browser's languages, for the setting `auto`.
 */
export function Page({
  language,
  preferred,
  theme,
  now,
  children,
}: {
  language: Language;
  preferred: readonly string[];
  theme: 'auto' | 'light' | 'dark';
  now: () => number;
  children: ReactNode;
}) {
  const tag = chosenLanguage(language, preferred);
  const locale = useMemo(() => ({ language: tag, t: catalogue(tag), format: formatsFor(tag, now) }), [tag, now]);
  useEffect(() => {
    document.documentElement.lang = tag;
    if (theme === 'auto') document.documentElement.removeAttribute('data-theme');
    else document.documentElement.dataset.theme = theme;
  }, [tag, theme]);
  return (
    <LocaleContext value={locale}>
      <CSPProvider disableStyleElements={true}>
        <Saying>{children}</Saying>
      </CSPProvider>
    </LocaleContext>
  );
}
