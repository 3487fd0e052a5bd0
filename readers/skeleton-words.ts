import { anchorAttributes, anchorNames } from './skeleton-anchors.ts';

const words = (text: string): string[] => text.trim().split(/\s+/);

/** HTML's own tags. Any other is a name that somebody gave. */
const tags = words(`
  a abbr address article aside b bdi blockquote body br button canvas caption center cite code col dd del details dialog div dl dt
  em embed fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 header hgroup hr html i iframe img input ins
  kbd label legend li main map mark menu meter nav object ol optgroup option output p picture pre progress q s samp search section
  select slot small span strong sub summary sup table tbody td textarea tfoot th thead time tr u ul var video audio`);

/** Attributes of HTML and ARIA. */
const attributes = words(`
  alt class colspan contenteditable content datetime dir disabled draggable for headers hidden href id inert itemid itemprop itemscope itemtype
  lang name placeholder readonly rel role rowspan scope spellcheck src style tabindex target title translate type value
  aria-activedescendant aria-busy aria-checked aria-colcount aria-colindex aria-controls aria-current aria-describedby aria-disabled
  aria-expanded aria-haspopup aria-hidden aria-label aria-labelledby aria-level aria-live aria-modal aria-multiselectable aria-owns
  aria-posinset aria-pressed aria-readonly aria-required aria-roledescription aria-rowcount aria-rowindex aria-selected aria-setsize
  aria-sort aria-valuenow aria-valuetext`);

/** Values that the standards name, by attribute. */
const roles = words(`
  alert alertdialog application article banner button cell checkbox columnheader combobox complementary contentinfo dialog document feed
  figure form grid gridcell group heading img link list listbox listitem log main menu menubar menuitem navigation none note option
  presentation progressbar radio radiogroup region row rowgroup rowheader search searchbox separator status switch tab table tablist
  tabpanel term textbox toolbar tooltip tree treegrid treeitem`);
const states = words('true false mixed page off on ltr rtl auto plaintext-only');
const kinds = words('text hidden checkbox radio button submit email search tel url number date time file');

/** What products write into the addresses of their own pages. */
const paths = words(`
  mail calendar u r day week workweek month agenda customday eventedit inbox sent starred all label search category advanced compose new
  view pt th permthid read item deeplink id messages message d n folders task action show preview list mbox uid thread box edit popover full
  sidebar apps so index module main home cgi bin frame html jsp zm SOGo Mail Calendar conversation f l`);

/** All words that may stand in an outline: of the standards, and what the readers' own code looks for. */
export const skeletonWords = {
  tags: new Set(tags),
  attributes: new Set([...attributes, ...anchorAttributes]),
  roles: new Set(roles),
  states: new Set(states),
  kinds: new Set(kinds),
  paths: new Set(paths),
  anchors: new Set(anchorNames),
} as const;

/** An anchor as an outline shows it: in pieces of at most eight characters, so that nothing in it looks like a longer identifier. */
export const shownAnchor = (anchor: string): string => (anchor.match(/.{1,8}/g) ?? []).join('~');
