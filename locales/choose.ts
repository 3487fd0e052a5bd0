/** A language that the program speaks (BCP 47). */
export type LanguageTag = 'en' | 'zh-CN';

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
