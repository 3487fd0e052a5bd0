import { gmail } from './gmail.ts';
import { googleCalendar } from './google-calendar.ts';
import type { SiteReader } from './site-reader.ts';

/** The readers of the `google` family, for its content script. */
export const googleReaders: readonly SiteReader[] = [gmail, googleCalendar];
