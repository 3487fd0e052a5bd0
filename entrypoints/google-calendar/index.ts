import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { googleCalendar } from '../../readers/google-calendar.ts';
import { startPage } from '../shared/start-page.ts';

/** The content script of Google Calendar. */
export default defineUnlistedScript(() => startPage(googleCalendar));
