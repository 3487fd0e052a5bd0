import { random as seeded } from './random.ts';
/**
 * A made-up address book of 2,000 people in some 3,300 records with the truth beside it, as hard as real ones: nicknames, pinyin
 * beside hanzi, maiden names, changed firms, shared mailboxes, two of one name in one firm. Seeded: the same seed gives the
 * same set. Names and firms are invented; its short forms are a list of its own, not the one that linking uses.
 */
export interface LinkingRecord {
  id: string;
  /** The person behind it: the truth. */
  person: string;
  name: string;
  otherNames: string[];
  emails: string[];
  phones: string[];
  organisation: string;
  title: string;
}

const list = (text: string): string[] => text.trim().split(/\s+/);

const men =
  list(`James Robert William Michael David Richard Joseph Thomas Charles Christopher Daniel Matthew Anthony Steven Andrew Kenneth Joshua
  Edward Timothy Ronald Jeffrey Nicholas Jonathan Stephen Lawrence Benjamin Samuel Gregory Alexander Patrick Frederick Raymond Gerald Walter Peter Harold
  Henry Douglas Nathaniel Zachary Philip Albert Eugene Vincent Theodore Leonard Frank Oscar Hugo Felix Ivan Marco Luis Pavel Jens Lars Omar Rahul Arjun`);
const women =
  list(`Mary Patricia Jennifer Elizabeth Barbara Susan Jessica Margaret Deborah Rebecca Katherine Christine Samantha Victoria Theresa Jacqueline
  Kimberly Pamela Abigail Catherine Dorothy Virginia Stephanie Amanda Cynthia Judith Isabella Madeleine Josephine Charlotte Eleanor Alexandra Penelope Rosemary
  Veronica Gabriella Natalie Olivia Sophie Emma Hannah Greta Ingrid Paula Lucia Elena Priya Anjali Fatima Yasmin Nora Clara Marta`);
const shortForms: Readonly<Record<string, string>> = Object.fromEntries(
  list(`James:Jim Robert:Bob William:Bill Michael:Mike David:Dave Richard:Dick Joseph:Joe Thomas:Tom Charles:Chuck Christopher:Chris Daniel:Dan Matthew:Matt
    Anthony:Tony Steven:Steve Andrew:Drew Kenneth:Ken Joshua:Josh Edward:Ted Timothy:Tim Ronald:Ron Jeffrey:Jeff Nicholas:Nick Jonathan:Jon Stephen:Steve Lawrence:Larry
    Benjamin:Ben Samuel:Sam Gregory:Greg Alexander:Sasha Patrick:Paddy Frederick:Fred Raymond:Ray Gerald:Jerry Walter:Wally Peter:Pete Harold:Hal Henry:Hank
    Douglas:Doug Nathaniel:Nate Zachary:Zach Philip:Phil Albert:Bert Eugene:Gene Vincent:Vince Theodore:Teddy Leonard:Len Pavel:Pasha
    Patricia:Trish Jennifer:Jenny Elizabeth:Beth Barbara:Babs Susan:Sue Jessica:Jess Margaret:Peggy Deborah:Debbie Rebecca:Becky Katherine:Kate Christine:Chrissie
    Samantha:Sam Victoria:Vicky Theresa:Tess Jacqueline:Jackie Kimberly:Kim Pamela:Pam Abigail:Gail Catherine:Cathy Dorothy:Dot Virginia:Ginny Stephanie:Steph
    Amanda:Mandy Cynthia:Cindy Judith:Judy Isabella:Bella Madeleine:Maddie Josephine:Jo Charlotte:Lottie Eleanor:Nell Alexandra:Sandra Penelope:Penny Rosemary:Rosie
    Veronica:Ronnie Gabriella:Gabby Natalie:Nat Olivia:Liv`).map((pair) => pair.split(':') as [string, string]),
);
const families =
  list(`Smith Johnson Williams Brown Jones Miller Davis Wilson Anderson Taylor Thomas Moore Martin Thompson White Harris Clark Lewis Robinson Walker Hall
  Young King Wright Hill Scott Green Adams Baker Nelson Carter Mitchell Roberts Turner Phillips Campbell Parker Evans Edwards Collins Stewart Morris Murphy Cook Rogers Cooper
  Reed Bailey Kelly Howard Ward Peterson Gray Watson Brooks Sanders Price Bennett Wood Barnes Ross Henderson Coleman Jenkins Perry Powell Long Patterson Hughes Weber Becker
  Hoffmann Schulz Lindqvist Sørensen Dubois Moreau Lefèvre Rossi Ferrari Conti García Fernández Iglesias Novák Kowalska Horváth Petrov Ivanova Haddad Mansour Patel Sharma Iyer Okafor Mensah`);
/** Family names with how they are romanised. */
const surnames =
  list(`王Wang 李Li 张Zhang 刘Liu 陈Chen 杨Yang 黄Huang 赵Zhao 吴Wu 周Zhou 徐Xu 孙Sun 马Ma 朱Zhu 胡Hu 郭Guo 何He 高Gao 林Lin 罗Luo 郑Zheng 梁Liang 谢Xie 宋Song 唐Tang 许Xu 韩Han
  冯Feng 邓Deng 曹Cao 彭Peng 曾Zeng 肖Xiao 田Tian 董Dong 袁Yuan 潘Pan 于Yu 蒋Jiang 蔡Cai 余Yu 杜Du 叶Ye 程Cheng 苏Su 魏Wei 吕Lü 丁Ding 任Ren 沈Shen 姚Yao 卢Lu 姜Jiang 崔Cui 钟Zhong 谭Tan 陆Lu 汪Wang
  范Fan 金Jin 石Shi 廖Liao 贾Jia 夏Xia 韦Wei 付Fu 方Fang 白Bai 邹Zou 孟Meng 熊Xiong 秦Qin 单Shan 仇Qiu 解Xie 欧阳Ouyang 司马Sima`);
const givenHanzi =
  list(`伟Wei 芳Fang 娜Na 敏Min 静Jing 丽Li 强Qiang 磊Lei 洋Yang 艳Yan 勇Yong 军Jun 杰Jie 娟Juan 涛Tao 明Ming 超Chao 秀Xiu 霞Xia 平Ping 刚Gang 桂Gui 英Ying 华Hua 玉Yu 梅Mei 红Hong 鹏Peng
  宇Yu 浩Hao 晨Chen 欣Xin 雨Yu 嘉Jia 佳Jia 琪Qi 瑶Yao 婷Ting 雪Xue 琳Lin 晓Xiao 志Zhi 建Jian 国Guo 文Wen 海Hai 波Bo 斌Bin 辉Hui 峰Feng 龙Long 凯Kai 博Bo 思Si 子Zi 梦Meng 颖Ying 倩Qian 蕾Lei 莹Ying 萍Ping 慧Hui 乐Le 行Xing`);
const firmWords =
  list(`Alder Basalt Cinder Delta Ember Fathom Granite Harbor Indigo Juniper Kestrel Lumen Meridian Nimbus Orchard Pillar Quartz Ravel Sable Tamarind Umber Verdant Willow Xenon Yarrow Zephyr
  Anvil Beacon Cobalt Drift Eclipse Foundry Glacier Hollow Isle Jasper Keel Lattice Mosaic Needle Onyx Prairie Quill Ridge Slate Thistle Union Vertex Wharf Yonder`);
const firmKinds = ['Logistics', 'Foods', 'Software', 'Textiles', 'Energy', 'Press'];
const firmsInHanzi = list(
  `蓝湖 青石 远帆 晨曦 明远 恒通 瑞丰 天际 云峰 海纳 金桥 华锐 东篱 北辰 南岭 西岸 星河 长风 鸿图 百川`,
);
const titles = list(`Engineer Buyer Director Editor Analyst Designer Consultant Accountant Lawyer Planner`);
const titlesInHanzi = list(`工程师 采购 总监 编辑 分析师 设计师 顾问 会计 律师 策划`);
const freeHosts = ['gmail.com', 'outlook.com', 'yahoo.com', 'qq.com', '163.com', 'icloud.com'];

interface Firm {
  name: string;
  domain: string;
  switchboard: string;
}

interface Human {
  id: string;
  chinese: boolean;
  woman: boolean;
  /** As told first: hanzi, or given and family name. */
  hanzi: string;
  given: string;
  family: string;
  firm: Firm;
  title: string;
  work: string;
  own: string | null;
  mobile: string;
  /** A mailbox or telephone that others have too. */
  sharedMail: string | null;
  sharedPhone: string | null;
}

/** The records of such a set, in an order that tells nothing. */
export function linkingSet(seed: number, people = 2_000): LinkingRecord[] {
  const random = seeded(seed);
  const chance = (share: number) => random() < share;
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const digits = (n: number) => Array.from({ length: n }, () => Math.floor(random() * 10)).join('');

  const firms: Firm[] = [
    ...firmWords.flatMap((word) => {
      const kind = pick(firmKinds);
      return [
        {
          name: `${word} ${kind}`,
          domain: `${word.toLowerCase()}-${kind.toLowerCase()}.com`,
          switchboard: `+44 20 7${digits(3)} ${digits(4)}`,
        },
      ];
    }),
    ...firmsInHanzi.map((name, i) => ({
      name: `${name}科技有限公司`,
      domain: `firm${i}-cn.com.cn`,
      switchboard: `010-6${digits(7)}`,
    })),
    ...Array.from({ length: 180 }, (_, i) => ({
      name: `${pick(firmWords)} & ${pick(families)} ${i}`,
      domain: `office${i}.example.net`,
      switchboard: `+1 212 ${digits(3)} ${digits(4)}`,
    })),
  ];
  const taken = new Set<string>();
  const free = (local: string, host: string): string => {
    for (let n = 1; ; n++) {
      const address = `${local}${n === 1 ? '' : n}@${host}`;
      if (!taken.has(address)) {
        taken.add(address);
        return address;
      }
    }
  };
  const plain = (text: string) =>
    text
      .normalize('NFD')
      .replace(/\p{Mn}/gu, '')
      .replace(/ø/g, 'o')
      .toLowerCase()
      .replace(/[^a-z]/g, '');
  const mobile = (chinese: boolean) =>
    chinese ? `+86 1${pick(['38', '39', '58', '86'])} ${digits(4)} ${digits(4)}` : `+44 7${digits(3)} ${digits(6)}`;

  function human(n: number, like?: Human): Human {
    const chinese = like?.chinese ?? chance(0.5);
    const woman = like?.woman ?? chance(0.5);
    const surname = pick(surnames);
    const parts = Array.from({ length: chance(0.3) ? 1 : 2 }, () => pick(givenHanzi));
    const hanziOf = (text: string) => text.replace(/[^\p{Script=Han}]/gu, '');
    const latinOf = (text: string) => text.replace(/\p{Script=Han}/gu, '');
    const hanzi = like?.hanzi ?? (chinese ? hanziOf(surname) + parts.map(hanziOf).join('') : '');
    const joined = parts.map(latinOf).join('').toLowerCase();
    const given =
      like?.given ?? (chinese ? (joined[0]?.toUpperCase() ?? '') + joined.slice(1) : pick(woman ? women : men));
    const family = like?.family ?? (chinese ? latinOf(surname) : pick(families));
    const firm = like?.firm ?? pick(firms);
    const local = chinese && chance(0.3) ? plain(family) + plain(given) : `${plain(given)}.${plain(family)}`;
    return {
      id: `p${n}`,
      chinese,
      woman,
      hanzi,
      given,
      family,
      firm,
      title: like ? pick(chinese ? titlesInHanzi : titles) : pick(chinese ? titlesInHanzi : titles),
      work: free(local, firm.domain),
      own: chance(0.65)
        ? free(
            chance(0.4)
              ? `${pick(firmWords).toLowerCase()}${digits(3)}`
              : `${plain(given)}${plain(family)}${digits(2)}`,
            pick(freeHosts),
          )
        : null,
      mobile: mobile(chinese),
      sharedMail: null,
      sharedPhone: chance(0.08) ? firm.switchboard : null,
    };
  }

  const humans: Human[] = [];
  while (humans.length < people) {
    const one = human(humans.length);
    humans.push(one);
    // Two of one name in one firm.
    if (chance(0.03)) humans.push(human(humans.length, one));
    // A household with one mailbox, and often one telephone at home.
    else if (chance(0.05)) {
      const other = {
        ...human(humans.length),
        ...(one.chinese ? {} : { family: one.family, chinese: false, hanzi: '', given: pick(women) }),
      };
      if (!one.chinese) other.work = free(`${plain(other.given)}.${plain(other.family)}`, other.firm.domain);
      if (plain(other.given) === plain(one.given)) continue;
      const mail = free(`the${plain(one.family)}s${digits(2)}`, pick(freeHosts));
      const phone = `+44 1${digits(3)} ${digits(6)}`;
      for (const each of [one, other]) {
        each.sharedMail = mail;
        if (chance(0.5)) each.sharedPhone = phone;
      }
      humans.push(other);
    } else if (chance(0.04)) one.sharedMail = `${pick(['office', 'sales', 'team'])}@${one.firm.domain}`;
  }
  humans.length = people;

  const asWritten = (h: Human): string => (h.chinese ? h.hanzi : `${h.given} ${h.family}`);
  const slip = (word: string): string => {
    const at = 1 + Math.floor(random() * Math.max(1, word.length - 2));
    return chance(0.5)
      ? word.slice(0, at) + word.slice(at + 1)
      : word.slice(0, at) + (word[at + 1] ?? '') + (word[at] ?? '') + word.slice(at + 2);
  };
  const records: Omit<LinkingRecord, 'id'>[] = [];
  for (const h of humans) {
    const first: Omit<LinkingRecord, 'id'> = {
      person: h.id,
      name: asWritten(h),
      otherNames: [],
      emails: [
        ...(chance(0.85) ? [h.work] : []),
        ...(h.own !== null && chance(0.6) ? [h.own] : []),
        ...(h.sharedMail !== null ? [h.sharedMail] : []),
      ],
      phones: [...(chance(0.7) ? [h.mobile] : []), ...(h.sharedPhone !== null ? [h.sharedPhone] : [])],
      organisation: chance(0.85) ? h.firm.name : '',
      title: chance(0.6) ? h.title : '',
    };
    records.push(first);
    const doubles = chance(0.5) ? (chance(0.2) ? 2 : 1) : 0;
    for (let d = 0; d < doubles; d++) {
      const kind = random();
      const double = { ...first, emails: [] as string[], phones: [] as string[] };
      let firm = h.firm;
      let work: string | null = h.work;
      if (h.chinese) {
        if (kind < 0.45)
          double.name = pick([
            `${h.given} ${h.family}`,
            `${h.family} ${h.given}`,
            `${h.family}, ${h.given}`,
            `${h.given} ${h.family} (${h.hanzi})`,
          ]);
        else if (kind < 0.55) double.name = `${h.hanzi}${pick(['先生', '女士', '老师', '经理'])}`;
        else if (kind < 0.62)
          double.name = `${pick(['小', '老', '阿'])}${h.hanzi.slice(h.hanzi.length > 3 ? 2 : 0, h.hanzi.length > 3 ? 3 : 1)}`;
        else if (kind < 0.7) double.name = `${[...h.given][0]}. ${h.family}`;
      } else if (kind < 0.3) double.name = `${shortForms[h.given] ?? h.given} ${h.family}`;
      else if (kind < 0.38) double.name = `${h.family}, ${h.given}`;
      else if (kind < 0.46) double.name = `${pick(['Dr.', 'Prof.', 'Mr', 'Ms'])} ${h.given} ${h.family}`;
      else if (kind < 0.54) double.name = `${h.given[0]}. ${h.family}`;
      else if (kind < 0.62) double.name = `${h.given} ${slip(h.family)}`;
      else if (kind < 0.7) double.name = `${h.given} ${pick(['A.', 'J.', 'M.'])} ${h.family}`;
      else if (kind < 0.78 && h.woman) {
        const other = pick(families);
        double.name = chance(0.3) ? `${h.given} ${h.family}-${other}` : `${h.given} ${other}`;
      }
      if (chance(0.25)) {
        firm = pick(firms);
        work = free(`${plain(h.given)}.${plain(h.family)}`, firm.domain);
        double.title = chance(0.5) ? double.title : pick(h.chinese ? titlesInHanzi : titles);
      }
      double.organisation = chance(0.75) ? firm.name : '';
      // What the two records have in common beside the name.
      const common = [
        ...first.emails.filter((mail) => mail !== h.sharedMail && (mail !== h.work || firm === h.firm)),
        ...first.phones.filter((phone) => phone === h.mobile),
      ];
      // Every tenth is known again by name and firm alone; nobody else is told without something of their own.
      if (common.length === 0 || (chance(0.1) && firm === h.firm && first.organisation !== '')) {
        if (first.organisation === '' || firm !== h.firm) {
          first.phones.unshift(h.mobile);
          common.push(h.mobile);
        } else common.length = 0;
      }
      const said = common.length === 0 ? null : pick(common);
      if (said?.includes('@')) double.emails.push(said);
      else if (said !== null && said !== undefined) double.phones.push(said);
      if (work !== null && firm !== h.firm && chance(0.8)) double.emails.push(work);
      if (h.own !== null && chance(0.4) && !double.emails.includes(h.own)) double.emails.push(h.own);
      if (h.sharedMail !== null && chance(0.3)) double.emails.push(h.sharedMail);
      if (chance(0.15)) double.phones.push(mobile(h.chinese));
      if (said === null) double.organisation = first.organisation;
      records.push({ ...double, emails: [...new Set(double.emails)], phones: [...new Set(double.phones)] });
    }
  }
  for (let i = records.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const [a, b] = [records[i], records[j]];
    if (a && b) [records[i], records[j]] = [b, a];
  }
  return records.map((record, i) => ({ id: `r${i + 1}`, ...record }));
}
