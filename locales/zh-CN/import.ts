import type { importing as english } from '../en/import.ts';
import { isolate } from '../isolate.ts';
import { count, countedZh } from '../plural.ts';

type Counts = { added: number; updated: number; skipped: number; failed: number };

const inWords = (p: Counts, words: { added: string; updated: string; skipped: string; failed: string }): string =>
  (['added', 'updated', 'skipped', 'failed'] as const)
    .filter((key) => key === 'added' || p[key] > 0)
    .map((key) => `${words[key]} ${count(p[key])} 条`)
    .join('，');

const filesInWords = (files: readonly string[]): string =>
  files.length === 1 ? isolate(files[0] ?? '') : countedZh(files.length, '个文件');

/** The import screen. */
export const importing: typeof english = {
  lead: '从本机文件导入通讯录、日历、邮件和备份。内容不会离开这台电脑。',
  choose: '选择文件，或拖到这里',
  chooseNote:
    '通讯录（.vcf、.csv、.ldif）、日历（.ics）、邮件（.eml、.mbox）、装有这些的压缩包（.zip、.tgz，如 Google Takeout），以及备份（.json、.json.gz）。按内容识别。邮件只读信头。',
  chooseFolder: '选择文件夹（Maildir）',
  pause: '暂停',
  goOn: '继续',
  isPaused: '已暂停，可以从这里接着来。',
  timeLeft: (p) =>
    p.seconds < 90 ? `大约还要 ${count(p.seconds)} 秒` : `大约还要 ${count(Math.round(p.seconds / 60))} 分钟`,
  foundIn: (p) => `其中可以导入的：${countedZh(p.n, '个文件')}`,
  otherFiles: (p) => `另有 ${countedZh(p.n, '个文件')}不导入`,
  entries: (p) => countedZh(p.n, '条'),
  megabytes: (p) => `${p.n} MB`,
  ownTitle: '这些是您自己的邮箱吗？',
  ownHow:
    '从邮件中推断得出，用来分清谁写给谁：您写过信的人，和亲自写信给您的人，才算联系人；邮件列表、群发和机器不算。',
  ownKnown: '您自己的邮箱在设置里已经有了。',
  inMails: (p) => `出现在 ${countedZh(p.n, '封邮件')}里`,
  subjects: '保留邮件主题',
  subjectsNote: '不保留时，每封邮件只记谁和何时。',
  changesTitle: (p) => `与上次的文件相比有 ${countedZh(p.n, '处变化')}`,
  changesHow: '您自己改过的保持不变。不想更新的，请取消勾选。',
  change: (p) => `${isolate(p.person)}，${p.field}：${isolate(p.before)} → ${isolate(p.after)}`,
  progress: '进度',
  reading: (p) => `正在读取${filesInWords(p.files)}…`,
  importing: (p) => `正在导入${filesInWords(p.files)}…`,
  planned: (p) =>
    `准备就绪：${inWords(p, { added: '将新增', updated: '将更新', skipped: '已有或为空', failed: '无法读取' })}。`,
  done: (p) => `完成：${inWords(p, { added: '新增', updated: '更新', skipped: '跳过', failed: '失败' })}。`,
  canceled: '已停止，已写入的内容已全部撤回。',
  counts: (p) => inWords(p, { added: '新增', updated: '更新', skipped: '跳过', failed: '失败' }),
  failed: '导入没有成功，什么都没有改动。',
  dryRun: '将会发生什么',
  dryRunHow: '现在还没有写入任何内容。看过之后再导入；导入后也可以撤回。',
  goesAlone: (p) => `现在还没有写入任何内容。${count(p.seconds)} 秒后自动导入，之后也可以撤回。`,
  hold: '先等等',
  kind: {
    vcard: '通讯录（vCard）',
    csv: '通讯录表格（CSV）',
    icalendar: '日历（iCalendar）',
    mail: '一封邮件',
    ldif: '通讯录（LDIF）',
    archive: '压缩包',
    folder: '文件夹',
    mbox: '邮箱文件（mbox）',
    backup: '人脉备份',
    unknown: '认不出的文件',
  },
  start: '导入',
  nothingNew: '里面没有新内容。',
  rejected: (p) => `有 ${count(p.n)} 条无法导入`,
  rejectedHow: '其余的照常导入。之后可以把这些条目下载成文件，改好再导入。',
  rejectedWhich: '是哪些，为什么',
  rejectedLine: (p) =>
    p.place === null
      ? `${isolate(p.file)}：${isolate(p.reason)}`
      : `${isolate(p.file)}，第 ${count(p.place)} 条：${isolate(p.reason)}`,
  mapping: '各列的含义',
  mappingHow: '每一列是什么？下面是文件中的五行，猜错的请改正。',
  columnIs: (p) => `“${p.heading}”这一列是`,
  /** By the field names of `interchange/csv-mapping.ts`. */
  field: {
    name: '姓名',
    given: '名',
    middle: '中间名',
    family: '姓',
    nickname: '昵称',
    'other-name': '其他称呼',
    'phonetic-given': '名的读音',
    'phonetic-family': '姓的读音',
    address: '邮箱',
    phone: '电话',
    organisation: '单位',
    title: '职务',
    tags: '标签',
    topics: '话题',
    needs: '需求',
    offers: '资源',
    note: '备注',
    ignore: '不导入',
  },
  /** By the codes of `interchange/parsed.ts`. */
  rejection: {
    'nobody-named': '没有写明是谁：缺姓名、邮箱或电话。请补上一项。',
    'not-ended': '有开头没有结尾。请补上 END 行，或重新导出。',
    'bad-line': '有一行无法读取。请改正或删去。',
    'bad-start': '读不出开始时间。请补上日期。',
    'bad-repeat': '重复规则读不出来，只导入第一次。',
    'unknown-zone': '时区不明，按您所在的时区读取。',
    'too-many-repeats': '重复次数太多，超出保留的范围。',
    'open-quote': '引号只有开头没有结尾。请补上。',
    'too-many-fields': '这一行的格数多于列数。含逗号的文字请加引号。',
    'bad-address': '这不是邮箱。请写成 name@example.com。',
    'bad-date': '日期读不出来。',
    'no-headers': '这不是邮件：没有发件人、收件人或日期。',
    'cut-off': '文件不完整。请重新保存。',
    'nothing-found': '里面没有可以导入的内容。',
    'empty-file': '文件是空的。',
    archive: '这是压缩包。请先解压，或把表格另存为 CSV。',
    'packed-within': '压缩包里还有压缩或加密的文件。请解开后单独导入。',
    swollen: '解开后大得不像正常文件，已略过。',
    'too-large': '太大，无法一次读取。请分几份导出。',
    'unknown-kind': '既不是通讯录、日历、邮件，也不是人脉备份。请选择 .vcf、.csv、.ics、.eml、.mbox 或 .json 文件。',
  },
  withDetail: (p) => `${p.words}（${isolate(p.detail)}）`,
  backupOf: (p) => (p.tables === '' ? `备份于${p.at}，内容为空。` : `备份于${p.at}：${p.tables}。`),
  tableCount: (p) => {
    const words: Record<string, string> = {
      people: '位联系人',
      sightings: '个见过的邮箱',
      occasions: '个场合',
      tips: '条信息',
      shares: '次分享',
      introductions: '次引荐',
      matters: '件事务',
      cooperations: '次请求',
      reviews: '篇复盘',
      decisions: '个决定',
      changes: '条操作记录',
      sources: '次导入',
      settings: '份设置',
    };
    return countedZh(p.n, words[p.table] ?? p.table);
  },
  restoreHow: '备份怎样放进来？',
  restoreMerge: '与现有内容并存',
  restoreReplace: '取代现有内容',
  restoreNote: {
    merge: '两边都有的记录，保留较晚改动的一份。不会删除任何内容。',
    replace: '现有内容会先放到一边，由备份取代。可以退回一次。',
  },
  replaceTitle: '用备份取代全部内容？',
  replaceHow: '现有的联系人、信息和设置都会让位给备份里的内容。为稳妥起见，请先在设置里下载一份当前的备份。',
  replaceDo: '全部取代',
  look: '看看联系人',
  undo: '撤回这次导入',
  undone: (p) =>
    p.stayed === 0 ? '导入已撤回。' : `导入已撤回，其中 ${count(p.stayed)} 条此后改动或用到过，予以保留。`,
  wasUndone: '已撤回',
  getRejected: (p) => `下载没有导入的 ${count(p.n)} 条`,
  past: '以往的导入',
  exportTitle: '带到别处',
  exportHow: '供其他程序读取的文件。其中没有保密备注、需求、资源和关系性质；完整内容请用设置里的备份。',
  exportKind: {
    vcard4: '联系人（vCard 4）',
    vcard3: '联系人（vCard 3，供旧程序使用）',
    csv: '联系人（表格，CSV）',
    icalendar: '计划告知（日历）',
  },
  plannedShare: (p) => `告诉${p.person}：${p.tip}`,
};
