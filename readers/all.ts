import { fastmail } from './fastmail.ts';
import { feishuMail } from './feishu-mail.ts';
import { generic } from './generic.ts';
import { gmail } from './gmail.ts';
import { googleCalendar } from './google-calendar.ts';
import { googleMeet } from './google-meet.ts';
import { icloudMail } from './icloud-mail.ts';
import { netease163 } from './netease163.ts';
import { nextcloudCalendar } from './nextcloud-calendar.ts';
import { nextcloudMail } from './nextcloud-mail.ts';
import { outlook } from './outlook.ts';
import { outlookCalendar } from './outlook-calendar.ts';
import { owa } from './owa.ts';
import { protonCalendar } from './proton-calendar.ts';
import { protonMail } from './proton-mail.ts';
import { qqmail } from './qqmail.ts';
import { roundcube } from './roundcube.ts';
import type { SiteReader } from './site-reader.ts';
import { sogo } from './sogo.ts';
import { yahoo } from './yahoo.ts';
import { zimbra } from './zimbra.ts';
import { zohoMail } from './zoho-mail.ts';

/** Every reader, for tests and tools; a content script imports the readers of its own family only. */
export const allReaders: readonly SiteReader[] = [
  gmail,
  googleCalendar,
  outlook,
  outlookCalendar,
  yahoo,
  googleMeet,
  owa,
  protonMail,
  protonCalendar,
  fastmail,
  qqmail,
  netease163,
  zohoMail,
  icloudMail,
  feishuMail,
  roundcube,
  sogo,
  nextcloudMail,
  nextcloudCalendar,
  zimbra,
  generic,
];
