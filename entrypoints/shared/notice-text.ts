import type { NoticeWords } from '../../actions/tell-notices.ts';
import { chosenLanguage } from '../../locales/choose.ts';
import { notices as en } from '../../locales/en/notices.ts';
import { plain } from '../../locales/isolate.ts';
import { notices as zhCN } from '../../locales/zh-CN/notices.ts';
import type { Language } from '../../records/settings.ts';

/** A notice in words: title, text, and the planner's route that it leads to. */
export interface NoticeText {
  title: string;
  message: string;
  route: string;
}

/** The words of a notice, in the user's language. */
export function noticeText(notice: NoticeWords, setting: Language, preferred: readonly string[]): NoticeText {
  const language = chosenLanguage(setting, preferred);
  const t = language === 'en' ? en : zhCN;
  const title = notice.title === null || notice.title.trim() === '' ? t.untitled : notice.title;
  const at =
    notice.startAt === null
      ? ''
      : new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit' }).format(notice.startAt);
  switch (notice.is) {
    case 'before':
      return { title: plain(t.before({ title, at })), message: t.beforeMore(notice), route: '#/today' };
    case 'after':
      return {
        title: plain(t.after({ title })),
        message: t.afterMore,
        route: `#/reviews/${encodeURIComponent(notice.occasionId ?? '')}`,
      };
    case 'morning':
      return { title: t.morning, message: t.morningMore(notice), route: '#/today' };
  }
}
