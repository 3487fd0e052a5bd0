import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { censoredSkeleton } from '../../readers/skeleton.ts';

/** Run in a page that could not be read, when the user asks for its outline; the browser hands the result to the background. */
export default defineUnlistedScript(() => censoredSkeleton(document, location.href));
