import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { gmail } from '../../readers/gmail.ts';
import { startPage } from '../shared/start-page.ts';

/** The content script of Gmail. */
export default defineUnlistedScript(() => startPage(gmail));
