/** What the three screens of the first run say. */
export const welcome = {
  title: 'Welcome to Renmai',
  step: (p: { n: number; of: number }) => `${p.n} of ${p.of}`,
  read: {
    title: 'What is read',
    lead: 'When you open a meeting in your calendar or a thread in your mail, Renmai reads who is in it.',
    reads: 'It reads',
    readsList: ['names and addresses', 'the title or subject', 'the time'],
    never: 'It never reads',
    neverList: ['the text of a mail or an event', 'pages that you do not open', 'sites that you did not enable'],
    site: 'The page itself learns nothing: not whom you know, not what you wrote.',
  },
  stays: {
    title: 'Where it stays',
    lead: 'Everything stays on this computer, in this browser.',
    points: [
      'No account, no server of ours, no statistics.',
      'Nothing is ever sent for you. You decide what to say, and you say it yourself.',
      'What you mark confidential is in no prompt and no draft.',
    ],
  },
  leaves: {
    title: 'How it leaves',
    lead: 'Uninstalling the extension deletes everything, at once and for good.',
    points: [
      'The browser leaves no copy, and we have none.',
      'So save a backup now and then: planner, settings, “Back up now”. It is one file that you keep.',
      'You can also erase everything there and go on with an empty store.',
    ],
  },
  begin: {
    title: 'Your first prompt',
    lead: 'Open any event with guests, or a mail thread. The panel stands beside it, and the first prompts are in it.',
    calendar: 'Open the calendar',
    mail: 'Open the mail',
    sample: 'Try with sample people',
    sampleWhat: 'Forty invented people, a meeting and a few tips. One click in the settings takes them away again.',
    loading: 'The sample is being put in.',
    ready: 'The sample is in. Its meeting is on the next screen.',
    planner: 'Go on without',
  },
};
