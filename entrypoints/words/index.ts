import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { understood } from '../../readers/words/understood.ts';

/** What the background needs only for a page that says times and answers in words (a calendar). */
const words = { understood };
export type Words = typeof words;

/** Puts itself where `background/own-scripts.ts` looks for it. */
export default defineUnlistedScript(() => {
  Object.assign(globalThis, { renmaiWords: words });
});
