import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { googleReaders } from '../../readers/google.ts';
import { startPage } from '../shared/start-page.ts';

/** The content script of the sites in the `google` family. */
export default defineUnlistedScript(() => startPage(googleReaders));
