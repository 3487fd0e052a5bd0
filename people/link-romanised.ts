/**
 * Traditional characters that are met in names beside their simplified forms, in pairs. From the Unihan database's
 * `kSimplifiedVariant`; the characters of the commonest 100 surnames and 400 given names.
 */
const pairs =
  '陳陈張张劉刘黃黄吳吴趙赵孫孙馬马鄭郑謝谢許许馮冯鄧邓葉叶蘇苏盧卢蔣蒋賈贾韋韦鄒邹蕭萧閻阎鍾钟薑姜範范陸陆賴赖龔龚龍龙萬万錢钱湯汤喬乔賀贺顧顾聶聂歐欧莊庄嚴严溫温關关齊齐駱骆華华倪倪翁翁魯鲁滕滕樓楼顏颜畢毕' +
  '婁娄項项舒舒寧宁譚谭藍蓝閔闵費费闞阚連连遲迟應应鄔邬鄺邝單单蘭兰簡简榮荣鮑鲍祿禄竇窦鄲郸郟郏儲储繆缪紀纪鈕钮' +
  '偉伟麗丽傑杰國国軍军強强輝辉建建鳳凤紅红艷艳燕燕勝胜飛飞鵬鹏濤涛亞亚東东潔洁瑩莹瑋玮瓊琼環环瑤瑶蓮莲蔭荫藝艺' +
  '賢贤賓宾贊赞讚赞義义誠诚詩诗謙谦讓让豐丰貴贵慶庆憶忆懷怀戀恋愛爱慧慧揚扬擇择擁拥曉晓時时曄晔書书會会業业榮荣樂乐樺桦' +
  '機机權权歡欢歸归氣气漢汉滿满潤润澤泽濱滨瀾澜煥焕煒炜燁烨爾尔獻献瑪玛畫画異异發发盈盈盤盘祥祥禮礼穎颖穩稳競竞筆笔籌筹' +
  '純纯紹绍絲丝經经維维綺绮緯纬緒绪練练縉缙績绩織织繼继續续纓缨罡罡羅罗聖圣聯联聰聪聲声職职膽胆臨临興兴舉举藹蔼蘊蕴虛虚' +
  '衛卫裕裕覺觉親亲觀观記记訓训詠咏詹詹詳详語语調调謹谨證证識识貞贞財财責责貫贯貽贻賜赐質质賽赛躍跃車车軒轩輔辅輪轮輯辑' +
  '達达運运道道遠远適适遙遥選选遷迁邁迈鄉乡銀银銘铭銳锐鋒锋鋼钢錄录錦锦鍵键鎮镇鏡镜鐘钟鐵铁鑫鑫開开閃闪間间閱阅闊阔陽阳' +
  '隊队隱隐際际雋隽雙双雲云電电霧雾靈灵靜静韻韵響响頌颂預预領领頻频題题願愿類类風风騁骋騰腾驊骅驕骄驗验麟麟鳴鸣鴻鸿鵑鹃' +
  '鶴鹤鷗鸥鷹鹰黨党齡龄體体長长門门劍剑創创動动務务勁劲勵励區区協协卻却廠厂參参啟启喚唤嘉嘉圓圆團团園园堅坚塵尘壯壮壽寿夢梦' +
  '奮奋媽妈嫻娴嬋婵嬌娇學学實实寶宝寬宽將将專专尋寻對对導导島岛崗岗嶺岭嶽岳巖岩師师帥帅帶带幫帮幹干廣广彥彦後后從从復复徵征' +
  '憲宪懿懿戰战戲戏擎擎攬揽數数敵敌昇升晉晋暉晖暢畅曆历術术樞枢標标樣样樸朴橋桥檸柠櫻樱淵渊淨净涵涵漁渔潛潜潘潘濟济瀟潇灃沣' +
  '灝灏為为無无燈灯營营爭争牽牵獅狮獲获瑯琅璽玺產产疊叠療疗盡尽監监眾众礦矿禎祯稱称窮穷筱筱節节築筑籃篮粵粤紋纹紓纾細细紳绅' +
  '結结絢绚綠绿綱纲網网綿绵緻致縱纵總总繡绣纖纤罷罢義义習习聞闻肅肃脈脉腦脑臺台與与舊旧艦舰蔣蒋薇薇薩萨蘆芦號号蝦虾螢萤衆众';

const simplified = new Map<string, string>();
const characters = [...pairs];
for (let i = 0; i + 1 < characters.length; i += 2) simplified.set(characters[i] ?? '', characters[i + 1] ?? '');

/** A name with its traditional characters as they are written on the mainland, as far as the table knows them. */
export const toSimplified = (hanzi: string): string =>
  [...hanzi].map((character) => simplified.get(character) ?? character).join('');

/** Surnames as they are romanised in Hong Kong, Macau, Taiwan and South-East Asia, and what they are in pinyin. */
const surnames: Readonly<Record<string, string>> = Object.fromEntries(
  `wong:wang,huang chan:chen tan:chen chin:chen,qin,jin lee:li lai:li,lai cheung:zhang,zhang teo:zhang chong:zhang,zhuang chang:zhang,chang lau:liu low:liu,luo liew:liu yeung:yang yong:yang,yang young:yang
  ng:wu,huang goh:wu woo:hu,wu wu:hu,wu chiu:zhao chao:zhao teoh:zhang tio:zhang chau:zhou,zou chow:zhou,zou chew:zhou,zhao chu:zhu,zhu,chu choo:zhu tsui:xu chui:xu,cui hsu:xu hui:xu heng:xing ho:he hoe:he
  kwok:guo kuo:guo quek:guo kuok:guo lam:lin lim:lin tang:deng,tang teng:deng cheng:zheng,cheng chung:zhong,zheng tay:zheng leung:liang leong:liang niu:liang neo:liang tse:xie hsieh:xie chia:xie cheah:xie tsang:zeng tseng:zeng chan:chen
  sung:song soong:song fung:feng,feng foong:feng feng:feng yu:yu,yu yue:yu,yu yip:ye yap:ye yeh:ye ip:ye siu:xiao hsiao:xiao seow:xiao siew:xiao pang:peng phang:peng pan:pan poon:pan phua:pan tong:tang,dong tung:dong tsai:cai choi:cai chua:cai choy:cai tsoi:cai
  to:du tu:du so:su soh:su hsueh:xue szeto:situ sitoh:situ auyeung:ouyang au-yeung:ouyang owyang:ouyang mak:mai mok:mo kwan:guan koo:gu ku:gu loo:lu,lu lo:luo,lu law:luo loh:luo luk:lu yuen:yuan,ruan yung:rong,yong hung:hong,kong ang:hong kung:gong,kong
  chiang:jiang kong:jiang,gang,kong keung:jiang chien:jian,qian kan:jian,gan ching:cheng,qing ong:wang,weng yung:weng oei:huang wee:huang,wei oon:wen wan:wen,yun wun:yun man:wen kam:gan,jin kim:jin chim:zhan chin:qian,jin mui:mei moy:mei ngai:wei,ni ngan:yan yim:yan
  yiu:yao yow:yao fong:fang,kuang hong:hong,kang hon:han hau:hou hou:hou hsia:xia ha:xia shum:cen,shen sum:shen,cen sham:cen shen:shen sin:xian sit:xue suen:sun sze:shi shih:shi sek:shi tam:tan tham:tan tai:dai tin:tian tien:tian ting:ding teh:zheng,ding toh:zhuo,du
  wai:wei yan:yin,zhen,xin yau:you,qiu yau:qiu,you chiu:qiu,zhao khoo:qiu,qu kho:xu koh:xu,gao ko:gao kao:gao kwong:kuang lok:luo,le lui:lei,lu,lu lung:long mo:wu,mao moo:wu pak:bai pai:bai pun:pan shek:shi shiu:shao shaw:shao`
    .split(/\s+/)
    .filter((pair) => pair.includes(':'))
    .map((pair) => pair.split(':') as [string, string])
    .map(([written, readings]) => [written, [...new Set(readings.split(','))].join(',')]),
);

/** The pinyin surnames that a romanised one may stand for; none where it is not known as one. */
export const surnameReadings = (written: string): string[] => surnames[written]?.split(',') ?? [];

/** The rules of Wade–Giles against pinyin, the longest first; the marks after aspirated letters may be missing, so a letter may give two. */
const initials: readonly [string, readonly string[]][] = [
  ['chih', ['zhi', 'chi']],
  ['shih', ['shi']],
  ['jih', ['ri']],
  ['tzu', ['zi', 'ci']],
  ['tsu', ['zu', 'cu', 'zi', 'ci']],
  ['ssu', ['si']],
  ['szu', ['si']],
  ['hs', ['x']],
  ['ts', ['z', 'c']],
  ['tz', ['z', 'c']],
  ['ch', ['zh', 'ch', 'j', 'q']],
  ['p', ['b', 'p']],
  ['t', ['d', 't']],
  ['k', ['g', 'k']],
  ['j', ['r']],
];

const finals: readonly [RegExp, string][] = [
  [/ieh$/, 'ie'],
  [/ien$/, 'ian'],
  [/ueh$/, 'ue'],
  [/uei$/, 'ui'],
  [/ung$/, 'ong'],
  [/iung$/, 'iong'],
  [/erh$/, 'er'],
  [/eh$/, 'e'],
  [/^yen$/, 'yan'],
  [/^yu$/, 'you'],
  [/^yeh$/, 'ye'],
  [/ho$/, 'he'],
  [/ko$/, 'ke'],
];

/** The pinyin syllables that one syllable of Wade–Giles may stand for; the syllable itself among them. */
export function wadeGiles(syllable: string): string[] {
  const endings = new Set([syllable]);
  for (const [pattern, ending] of finals) if (pattern.test(syllable)) endings.add(syllable.replace(pattern, ending));
  const all = new Set(endings);
  for (const one of endings) {
    const rule = initials.find(([written]) => one.startsWith(written));
    if (rule) for (const start of rule[1]) all.add(start + one.slice(rule[0].length));
  }
  return [...all];
}
