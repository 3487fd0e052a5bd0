import { counted } from '../plural.ts';

/** What the popup of the toolbar button says. */
export const popup = {
  title: 'Renmai',
  onThisTab: 'On this tab',
  nothing: 'No meeting or thread is open on this tab.',
  nothingWhat: 'Open an event in the calendar or a thread in your mail.',
  notRead: 'Renmai does not read this site.',
  addSite: (p: { host: string }) => `Read ${p.host}`,
  addSiteWhat:
    'The browser asks you for this one site. Only names, addresses, titles and times are read there; you can take it back in the settings.',
  siteAdded: (p: { host: string; as: string }) => `${p.host} is read from now on, as ${p.as}.`,
  siteReadAs: (p: { host: string; as: string }) => `You added ${p.host}; it is read as ${p.as}.`,
  anyPage: 'a page of any kind',
  notEncrypted: (p: { host: string }) =>
    `${p.host} cannot be added: the page is not encrypted, so anybody on the way could put people into it.`,
  off: (p: { site: string }) => `${p.site} is switched off, so nothing is read here.`,
  counts: (p: { people: number; prompts: number }) =>
    `${counted(p.people, 'person', 'people')}, ${counted(p.prompts, 'prompt', 'prompts')}`,
  broken: 'This page could not be read. The side panel has more.',
  capture: 'Write down, before it is forgotten',
  what: { tip: 'A tip', need: 'I need', offer: 'I can offer' },
  captureLabel: {
    tip: 'What is worth knowing',
    need: 'What you are looking for',
    offer: 'What you can give',
  },
  tipHow: '#topic, until 5 Dec, source: …, !confidential',
  tipUntil: (p: { at: string }) => `until ${p.at}`,
  openSidePanel: 'Open the side panel',
  openPlanner: 'Open the planner',
  read: (p: { site: string }) => `Read ${p.site}`,
  readWhat: 'Names, addresses, title and time of what you open, and nothing else.',
  switched: { on: 'Switched on. Reload the page if nothing appears.', off: 'Switched off. Nothing is read here.' },
};
