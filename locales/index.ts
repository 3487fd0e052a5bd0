import { en } from './en/index.ts';
import { zhCN } from './zh-CN/index.ts';

/** Everything the program says in one language, by screen: strings, or functions of what they speak about. */
export type Catalogue = typeof en;

/** A language that the program speaks (BCP 47). */
export type LanguageTag = 'en' | 'zh-CN';

const catalogues: Record<LanguageTag, Catalogue> = { en, 'zh-CN': zhCN };

/** The catalogue of a language. */
export const catalogue = (language: LanguageTag): Catalogue => catalogues[language];

/** The language to speak: the user's setting, or for `auto` the first of `preferred` (BCP 47 tags) that the program speaks. */
export function chosenLanguage(setting: LanguageTag | 'auto', preferred: readonly string[]): LanguageTag {
  if (setting !== 'auto') return setting;
  for (const tag of preferred) {
    const language = tag.toLowerCase().split('-')[0];
    if (language === 'zh') return 'zh-CN';
    if (language === 'en') return 'en';
  }
  return 'en';
}
