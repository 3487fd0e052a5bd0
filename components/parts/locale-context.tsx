import { createContext, useContext } from 'react';
import type { Catalogue, LanguageTag } from '../../locales/index.ts';
import type { Formats } from './formats.ts';

/** The language in use, its catalogue (`t`), and its ways to write times and lists (`format`). */
export interface Locale {
  language: LanguageTag;
  t: Catalogue;
  format: Formats;
}

/** Filled by `Page`. */
export const LocaleContext = createContext<Locale | null>(null);

/** The locale of the nearest `Page`. */
export function useLocale(): Locale {
  const locale = useContext(LocaleContext);
  if (locale === null) throw new Error('useLocale needs a <Page> above it.');
  return locale;
}
