import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { keepSeen } from '../../actions/keep-seen.ts';
import { perform } from '../../actions/perform.ts';
import { prune } from '../../actions/prune.ts';
import { saveSettings } from '../../actions/save-settings.ts';
import { tellNotices } from '../../actions/tell-notices.ts';
import { tipChoices } from '../../actions/tip-choices.ts';
import { encode, openTable } from '../../prompts/meaning.ts';
import { openStore } from '../../storage/open.ts';
import { readSettings } from '../../storage/settings.ts';
import { noticeText } from '../shared/notice-text.ts';

/** What the background needs when something is written: kept out of what wakes up to answer an occasion. */
const acts = {
  openStore,
  keepSeen,
  perform,
  prune,
  saveSettings,
  tipChoices,
  encode,
  openTable,
  tellNotices,
  noticeText,
  readSettings,
};
export type Acts = typeof acts;

/** Puts itself where `background/own-scripts.ts` looks for it. */
export default defineUnlistedScript(() => {
  Object.assign(globalThis, { renmaiActs: acts });
});
