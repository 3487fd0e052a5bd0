import { counted } from '../plural.ts';

/** What the popup of the toolbar button says. */
export const popup = {
  title: 'Renmai',
  onThisTab: 'On this tab',
  nothing: 'No meeting or thread is open on this tab.',
  nothingWhat: 'Open an event in the calendar or a thread in your mail.',
  notRead: 'Renmai does not read this site.',
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
