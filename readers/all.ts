import { generic } from './generic.ts';
import { gmail } from './gmail.ts';
import { googleCalendar } from './google-calendar.ts';
import { outlook } from './outlook.ts';
import type { SiteReader } from './site-reader.ts';

/** Every reader, for tests and tools; a content script imports the readers of its own family only. */
export const allReaders: readonly SiteReader[] = [gmail, googleCalendar, outlook, generic];
