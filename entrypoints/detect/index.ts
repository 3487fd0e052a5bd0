import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { allReaders } from '../../readers/all.ts';
import { familyFitting } from '../../readers/detect.ts';

/** Run once in a page that the user adds; the browser hands the result to the background. */
export default defineUnlistedScript(() => familyFitting(document, allReaders));
