import { isolate } from '../isolate.ts';
import { count, counted } from '../plural.ts';

type Counts = { added: number; updated: number; skipped: number; failed: number };

const inWords = (p: Counts, verbs: { added: string; updated: string; skipped: string; failed: string }): string =>
  (['added', 'updated', 'skipped', 'failed'] as const)
    .filter((key) => key === 'added' || p[key] > 0)
    .map((key) => `${count(p[key])} ${verbs[key]}`)
    .join(', ');

/** The import screen. */
export const importing = {
  lead: 'Contacts, calendars, mail and backups, from files on this computer. Nothing leaves it.',
  choose: 'Choose files, or drop them here',
  chooseNote:
    'Contacts (.vcf, .csv, .ldif), calendars (.ics), mail (.eml, .mbox), archives of them (.zip, .tgz) such as a Google Takeout, a Renmai backup (.json, .json.gz). Each is told apart by its content. Of mail only the header lines are read.',
  chooseFolder: 'Choose a folder (Maildir)',
  pause: 'Pause',
  goOn: 'Go on',
  isPaused: 'Held up. It goes on where it stands.',
  timeLeft: (p: { seconds: number }) =>
    p.seconds < 90
      ? `About ${counted(p.seconds, 'second', 'seconds')} left`
      : `About ${counted(Math.round(p.seconds / 60), 'minute', 'minutes')} left`,
  foundIn: (p: { n: number }) => `Found in it: ${counted(p.n, 'file', 'files')} that can go in`,
  otherFiles: (p: { n: number }) => `and ${counted(p.n, 'other file', 'other files')}, left out`,
  entries: (p: { n: number }) => counted(p.n, 'entry', 'entries'),
  megabytes: (p: { n: string }) => `${p.n} MB`,
  ownTitle: 'Are these your own addresses?',
  ownHow:
    'Worked out from the mail. They tell who wrote to whom: people are those you wrote to, and those who wrote to you in person. Lists, newsletters and machines are none.',
  ownKnown: 'Your own addresses are known from the settings.',
  inMails: (p: { n: number }) => `in ${counted(p.n, 'mail', 'mails')}`,
  subjects: 'Keep the subjects',
  subjectsNote: 'Without them, only who and when is kept of each mail.',
  changesTitle: (p: { n: number }) => `${counted(p.n, 'change', 'changes')} since the last file`,
  changesHow: 'What you changed yourself stays. Take the mark off what should stay as it is.',
  change: (p: { person: string; field: string; before: string; after: string }) =>
    `${isolate(p.person)}, ${p.field.toLowerCase()}: ${isolate(p.before)} → ${isolate(p.after)}`,
  progress: 'Progress',
  reading: (p: { files: readonly string[] }) =>
    `Reading ${p.files.length === 1 ? isolate(p.files[0] ?? '') : counted(p.files.length, 'file', 'files')} …`,
  importing: (p: { files: readonly string[] }) =>
    `Importing ${p.files.length === 1 ? isolate(p.files[0] ?? '') : counted(p.files.length, 'file', 'files')} …`,
  planned: (p: Counts) =>
    `Ready: ${inWords(p, { added: 'to add', updated: 'to update', skipped: 'already here or empty', failed: 'that cannot be read' })}.`,
  done: (p: Counts) =>
    `Done: ${inWords(p, { added: 'added', updated: 'updated', skipped: 'skipped', failed: 'failed' })}.`,
  canceled: 'Stopped. What had been written was taken back.',
  counts: (p: Counts) => inWords(p, { added: 'added', updated: 'updated', skipped: 'skipped', failed: 'failed' }),
  failed: 'The import did not work. Nothing was changed.',
  dryRun: 'What will happen',
  dryRunHow: 'Nothing has been written yet. Look it over, then import; you can take it back afterwards.',
  goesAlone: (p: { seconds: number }) =>
    `Nothing has been written yet. It goes in by itself in ${counted(p.seconds, 'second', 'seconds')}, and can be taken back afterwards.`,
  hold: 'Wait',
  kind: {
    vcard: 'contacts (vCard)',
    csv: 'a table of contacts (CSV)',
    icalendar: 'a calendar (iCalendar)',
    mail: 'a mail',
    ldif: 'contacts (LDIF)',
    archive: 'an archive',
    folder: 'a folder',
    mbox: 'a mailbox (mbox)',
    backup: 'a Renmai backup',
    unknown: 'not a kind that can be read',
  },
  start: 'Import',
  nothingNew: 'There is nothing new in it.',
  rejected: (p: { n: number }) => `${counted(p.n, 'entry', 'entries')} cannot go in`,
  rejectedHow: 'The rest goes in without them. Afterwards you can download them as a file, mend them and import that.',
  rejectedWhich: 'Which, and why',
  rejectedLine: (p: { file: string; place: number | null; reason: string }) =>
    p.place === null
      ? `${isolate(p.file)}: ${isolate(p.reason)}`
      : `${isolate(p.file)}, ${count(p.place)}: ${isolate(p.reason)}`,
  mapping: 'What each column is',
  mappingHow: 'What is each column? Five rows of the file are shown; change what was guessed wrong.',
  columnIs: (p: { heading: string }) => `Column ${p.heading} is`,
  /** By the field names of `interchange/csv-mapping.ts`. */
  field: {
    name: 'Name',
    given: 'First name',
    middle: 'Middle name',
    family: 'Family name',
    nickname: 'Nickname',
    'other-name': 'Other name',
    'phonetic-given': 'First name as spoken',
    'phonetic-family': 'Family name as spoken',
    address: 'Mail address',
    phone: 'Telephone',
    organisation: 'Organisation',
    title: 'Position',
    tags: 'Tags',
    topics: 'Topics',
    needs: 'Needs',
    offers: 'Offers',
    note: 'Note',
    ignore: 'Left out',
  } as Record<string, string>,
  /** By the codes of `interchange/parsed.ts`. */
  rejection: {
    'nobody-named': 'It names nobody: no name, address or telephone number. Add one.',
    'not-ended': 'It begins and does not end. Add the missing END line, or export it again.',
    'bad-line': 'A line cannot be read. Correct or remove it.',
    'bad-start': 'The event has no start that can be read. Give it a date.',
    'bad-repeat': 'How the event repeats cannot be read; only its first date goes in.',
    'unknown-zone': 'The time zone is not known; its times are read in your own zone.',
    'too-many-repeats': 'It repeats more often than is kept.',
    'open-quote': 'A quotation mark is opened and never closed. Close it.',
    'too-many-fields':
      'The row has more fields than there are columns. Put a text that holds commas in quotation marks.',
    'bad-address': 'This is not a mail address. Write it as name@example.com.',
    'bad-date': 'The date cannot be read.',
    'no-headers': 'This is not a mail: there is no From, To or Date.',
    'cut-off': 'The file breaks off. Save it again.',
    'nothing-found': 'There is nothing in it that could go in.',
    'empty-file': 'The file is empty.',
    archive: 'This is a packed archive. Unpack it, or save the table as CSV, first.',
    'packed-within': 'Packed or encrypted within the archive. Unpack it, and import it by itself.',
    swollen: 'Far longer unpacked than any honest file. It was left out.',
    'too-large': 'Too large to be read at once. Export it in parts.',
    'unknown-kind':
      'Neither contacts, calendar, mail nor a backup of Renmai. Choose a .vcf, .csv, .ics, .eml, .mbox or .json file.',
  } as Record<string, string>,
  withDetail: (p: { words: string; detail: string }) => `${p.words} (${isolate(p.detail)})`,
  backupOf: (p: { at: string; tables: string }) =>
    p.tables === '' ? `Made ${p.at}; empty.` : `Made ${p.at}: ${p.tables}.`,
  tableCount: (p: { table: string; n: number }) => {
    const words: Record<string, [string, string]> = {
      people: ['person', 'people'],
      sightings: ['address seen', 'addresses seen'],
      occasions: ['occasion', 'occasions'],
      tips: ['tip', 'tips'],
      shares: ['share', 'shares'],
      introductions: ['introduction', 'introductions'],
      matters: ['matter', 'matters'],
      cooperations: ['request', 'requests'],
      reviews: ['review', 'reviews'],
      decisions: ['decision', 'decisions'],
      changes: ['journal entry', 'journal entries'],
      sources: ['import', 'imports'],
      settings: ['set of settings', 'sets of settings'],
    };
    const [one, other] = words[p.table] ?? [p.table, p.table];
    return counted(p.n, one, other);
  },
  restoreHow: 'How should the backup go in?',
  restoreMerge: 'Beside what is here',
  restoreReplace: 'Instead of what is here',
  restoreNote: {
    merge: 'Records that are in both keep the later change. Nothing is deleted.',
    replace: 'What is here now is put aside, and the backup takes its place. You can go back once.',
  },
  replaceTitle: 'Replace everything with the backup?',
  replaceHow:
    'All people, tips and settings that are here now give way to those of the backup. To be safe, download a backup of the present state first, in the settings.',
  replaceDo: 'Replace everything',
  look: 'Look at the people',
  undo: 'Take this import back',
  undone: (p: { stayed: number }) =>
    p.stayed === 0
      ? 'Import taken back.'
      : `Import taken back, but for ${counted(p.stayed, 'entry', 'entries')} changed or used since.`,
  wasUndone: 'taken back',
  getRejected: (p: { n: number }) => `Download the ${counted(p.n, 'entry', 'entries')} that did not go in`,
  past: 'Imports so far',
  exportTitle: 'Take it elsewhere',
  exportHow:
    'Files that other programs read. Confidential notes, needs, offers and standing are in none of them; the full backup, in the settings, has everything.',
  exportKind: {
    vcard4: 'People (vCard 4)',
    vcard3: 'People (vCard 3, for older programs)',
    csv: 'People (table, CSV)',
    icalendar: 'Planned shares (calendar)',
  },
  plannedShare: (p: { person: string; tip: string }) => `Tell ${p.person}: ${p.tip}`,
};
