/**
 * English short forms and the names they stand for, one family of names a line. Put together by hand from the published
 * lists in use for record linkage (Wiktionary “Appendix: English given names”, the US Census Bureau's and the
 * `carltonnorthern/nicknames` lists), kept to pairs that are common; a form that could be two names is in both lines.
 */
const families = `
abigail abby abbie gail
albert al bert bertie
alexander alex al sandy xander lex
alexandra alex sandra sandy lexi
alfred al alf alfie fred
amanda mandy
andrew andy drew
anne ann anna annie nan
anthony tony ant
antonia toni
arthur art
barbara barb babs barbie
benjamin ben benji benny
bernard bernie
bradley brad
cameron cam
catherine katherine kathryn cathy kathy kate katie kay kit
charles charlie chuck chas
charlotte charlie lottie
christina christine chris chrissie tina
christopher chris kit topher
clifford cliff
curtis curt
cynthia cindy
daniel dan danny
david dave davey
deborah deb debbie
dennis denny
donald don donnie
dorothy dot dottie dolly
douglas doug
edward ed eddie ted teddy ned
edmund ed eddie
eleanor ellie nell nora
elizabeth liz lizzie beth betty eliza betsy libby bess
emily em emmy
eugene gene
florence flo florrie
frances fran frankie
francis frank frankie
franklin frank
frederick fred freddie
gabriel gabe
geoffrey jeffrey geoff jeff
gerald gerry jerry
gillian gill jill
gregory greg
gwendolyn gwen
harold harry hal
harriet hattie
henry harry hank hal
herbert bert herb
isabella isabel bella izzy
jacob jake
jacqueline jackie
james jim jimmy jamie
janet jan
jennifer jen jenny
jeremy jerry jem
jessica jess jessie
joanna joanne jo
john johnny jack
jonathan jon jonny
joseph joe joey jo
josephine jo josie
joshua josh
judith judy
katarina kat
kenneth ken kenny
kimberly kim
lawrence laurence larry laurie
leonard leo len lenny
leslie les
lillian lily lil
louis louie lou lewis
louise lou
lucille lucy
madeleine maddie
margaret maggie meg peggy marge margie greta rita
martin marty
matthew matt matty
maximilian max
maxwell max
michael mike mick mickey micky
mitchell mitch
nancy nan
natalie nat
nathan nat nate
nathaniel nat nate
nicholas nick nicky
nicole nicky nikki
norman norm
oliver ollie
olivia liv livvy
pamela pam
patricia pat patty tricia trish
patrick pat paddy rick
penelope penny
peter pete
philip phil pip
philippa pippa
rachel rae
randall randy
raymond ray
rebecca becky becca
reginald reg reggie
richard rich rick ricky dick
robert rob bob bobby robbie bert
roderick rod
rodney rod
roger rodge
ronald ron ronnie
rosemary rosie
russell russ
samantha sam
samuel sam sammy
sarah sally
sebastian seb
sidney sid
stanley stan
stephanie steph
stephen steven steve
stuart stu
susan sue susie suzy
suzanne sue suzy
sylvester sly
sylvia sylvie
tamara tammy
terence terry
teresa theresa terry tess tessa
theodore ted teddy theo
thomas tom tommy
timothy tim timmy
tobias toby
valerie val
veronica ronnie
victor vic
victoria vicky tori
vincent vince vinny
virginia ginny
walter wally walt
wesley wes
wilfred wilf
william bill billy will willy liam
winifred winnie
winston win
yvonne vonnie
zachary zach zack
`;

const linesOf = new Map<string, number[]>();
const lines = families
  .trim()
  .split('\n')
  .map((line) => line.split(' '));
lines.forEach((line, i) => {
  for (const name of line) linesOf.set(name, [...(linesOf.get(name) ?? []), i]);
});

/** The given names that a folded given name may stand for or be short for, without itself: `bob` → `robert`, `rob` … */
export function otherForms(given: string): string[] {
  const forms = (linesOf.get(given) ?? []).flatMap((i) => lines[i] ?? []);
  return [...new Set(forms)].filter((form) => form !== given);
}
