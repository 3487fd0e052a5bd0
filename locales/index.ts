import type { LanguageTag } from './choose.ts';
import { en } from './en/index.ts';
import { zhCN } from './zh-CN/index.ts';

/** Everything the program says in one language, by screen: strings, or functions of what they speak about. */
export type Catalogue = typeof en;

const catalogues: Record<LanguageTag, Catalogue> = { en, 'zh-CN': zhCN };

/** The catalogue of a language. */
export const catalogue = (language: LanguageTag): Catalogue => catalogues[language];

export { chosenLanguage, type LanguageTag } from './choose.ts';
