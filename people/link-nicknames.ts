import { otherForms } from './nickname.ts';

/**
 * More short and familiar forms, for linking alone: the rarer English ones, and those of other European languages as they
 * are met in address books. One family of names a line; a form that could be two names is in both. Facts put together by hand, after the
 * published lists that `people/nickname.ts` names, the Wiktionary appendices “Russian given names” and “German given names”.
 */
const families = `
aaron ron ronnie
abraham abe bram abram
adelaide addie della heidi
adrian ade
agnes aggie nessa
alan allan allen al
alastair alistair alasdair al ali
alice allie ally
alison allison ali allie
amelia millie mel amy
anastasia stacy stacey nastya ana tasia
andrea andie drea andy
angela angie ange
angelina angie lina
annabelle bella belle anna
antoinette toni nettie
archibald archie
ariana ari
ashley ash
audrey audie
augustus augustine gus augie august
bartholomew bart
beatrice beatrix bea trixie
belinda bel linda
benedict ben ben
bethany beth
beverly beverley bev
brandon bran
brendan bren
brian bryan bri
bridget bridie biddy
brittany brit britt
brooke brookie
caleb cal
calvin cal
camille cam millie cammie
candace candice candy
carl karl
carol caroline carolyn carrie carol lynn caro
casey kasey case
cassandra cass cassie sandra
catriona cat trina
cecilia cecily celia cece cissy
cedric ced rick
chad chadwick
chandra chan
chelsea chels
chester chet
christian chris
clara clarissa claire clare
clarence clare
clement clem
clementine clem clemmie
conrad con
constance connie
cordelia delia
cornelius neil con
courtney court
crystal crys chris
damian damien dame
danielle dani danny dan
darrell darryl daryl
deanna dee
deirdre dee
delilah lila
derek derrick
desmond des
diana diane di
dominic dominick dom nick
dominique dom nikki
donovan don
douglas dougie
duncan dunc
edith edie
edwin ed eddie ned win
elaine lainie ellie
eli elijah elias lije
elise elisabeth ella elsie ellie elle lisa eliza liza lizbeth lisbeth elsa bettie bette bettina
ellen helen nell nellie ellie
elmer elm
emma em emmy
erica erika ricky
eric erik rick ricky
ernest ernie
esther essie hester
ethan eth
evelyn eve evie
ezekiel zeke
felicia felicity fliss lissa
felix fee
ferdinand ferdie fred
fergus ferg gus
fiona fi
fletcher fletch
forrest woody
freya frey
gabriela gabrielle gabriella gabby gabi gab
garrett gary garry
gareth gaz gary
genevieve jenny gen gigi eve viv
georgina georgia georgie gina
george georgie
gertrude trudy gertie
gilbert gil bert
giles gil
gordon gordy
grace gracie
graham gray
grant granty
hannah anna hanna
hayden hay
heather heath
helena lena nell helen
henrietta hattie etta hetty
hilary hil
hubert bert hugh hugo
humphrey humph
ian iain
ignatius iggy nate
imogen immy
irene rene
irving irv
isaac ike zac
isidore izzy
ivan vanya van
jamie jay
jane janie jenny
janice jan
jared jerry
jason jase jay
jasmine jas jaz
javier javi
jean jeannie
jeanette jean nettie
jemima jem mima
jeremiah jerry jem
jerome jerry
jillian jill
jolene jo
jordan jordy
josiah joe
joyce joy
juan juanito
julia julie jules juliet juliette
julian jules
justin jus
karen kari
katrina kat trina
kathleen kath kathy kay kate katie kitty
katharine kathryn kathy kat kitty katya
keith keithy
kelly kel
kelvin kel
kendall ken
kevin kev
kirsten kirsty
kristen kristin kristina kris krissy tina kirsty
kristopher kris topher
kurt curtis
lachlan lachie
lauren laura laurie lori
leah lee
leander lee
leroy lee roy
letitia lettie tish
lindsay lindsey lin
linda lindy lin
lorraine lorrie rainie
lucas luke luca
lucia lucinda lucy cindy lulu
luis lou
lydia liddy
lyndon lyn
mackenzie mac kenzie
malcolm mal
marcus mark marc
maria marie mary mia ria
marianne mary anne
marilyn mary lyn
marjorie marge margie
marion mary
marshall marsh
martha marty mattie pat
martina tina marty
mary molly polly mae mamie minnie may
mathilda matilda tilly mattie maud
maureen mo
maurice morris moe mo
melanie mel
melinda mindy mel
melissa mel lissa missy
mercedes mercy sadie
meredith merry
michelle shelly shell mickey chelle
miguel mike
mildred millie
millicent millie
minerva minnie
miranda mandy randy
miriam mimi mitzi
monica mona
montgomery monty
mortimer mort
moses moe
muriel mo
myron ron
nadine nadia
napoleon leon nap
nelson nels
neville nev
nigel nige
noel nolly
octavia tavi
olga olya
oscar ossie
oswald oz ossie
otto ott
owen ow
paul paulie pauly
paula pauline polly
perry pery
phoebe phebe
phyllis phyl
preston pres
priscilla cilla pris
prudence pru
quentin quincy quin
rafael raphael rafe raf
ralph rafe
ramona mona
randolph randy dolph
raymond raimund
regina gina reggie
rhoda rho
roberta bobbie robbie bobby
robin rob
rodolfo rudolph rudy rolf dolph
roland rollie roly
rosalind rosalie rosemarie rose roz rosie ros
rosanne rose roz
rosa rose rosie
rowena ro
roxanne roxie roxy
rupert bert
ruth ruthie
sabrina bri
salvatore sal
sarah sara sadie
saul sol
savannah van
selina lena
seymour morey
shannon shan
sharon shaz shari
shaun sean shawn
sheila shei
shelby shel
sheldon shel
sherman sherm
shirley shirl
sigmund sig
simon si
simone sim
solomon sol
sonia sonya
sophia sophie sofia soph
spencer spence
stella ella
steven stevie
summer sum
sybil syb
tabitha tabby
tanya tania
tatiana tanya tania
theodora dora thea theo
theresa terri tracy tess
thelma thel
tiffany tiff
tracy trace
travis trav
trevor trev
tristan tris
tyler ty
tyrone ty
ursula ursa
valentina val tina
valentine val
vanessa nessa van
vaughn von
vernon vern
victoria vic vickie vikki
vivian viv vivien
wallace wally
warren ren
wendy wen
wendell dell
wilhelmina mina billie willa minnie
wilbur will
willard will
winthrop win
woodrow woody
xavier xav
yolanda yoli
yvette yve
zachariah zachary zack zac
zoe zo
aleksandr sasha alexander sanya alex
aleksandra sasha alexandra
aleksei alexei alexey alyosha lyosha
anatoly tolya
boris borya
dmitri dmitry dmitriy dima mitya
ekaterina yekaterina katya katia catherine
elena yelena lena helen
evgeny evgeni yevgeny zhenya eugene
fyodor fedor fedya theodore
galina galya
grigory grisha gregory
igor gosha
irina ira irene
konstantin kostya
ksenia xenia ksyusha
larisa lara
leonid lyonya
ludmila lyudmila lyuda mila
maksim maxim max
margarita rita margo
mikhail misha michael
nadezhda nadia nadya hope
natalia natalya natasha natalie
nikolai nikolay kolya nicholas
oksana ksana
oleg olezhka
pavel pasha paul
pyotr petr petya peter
roman roma
sergei sergey seryozha serge
stanislav stas slava
svetlana sveta lana
tatyana tanya
valentin valya
valery valeri valera
vasily vasya basil
viktor vitya victor
vladimir volodya vova vlad
vladislav vlad slava
vyacheslav slava
yaroslav slava yarik
yulia julia yulya
yuri yura george
alessandro sandro ale alex
alejandro ale alex jandro
antonio toni tonio nino tony
bernhard bernd
carlos carlitos charlie
christoph chris
concepcion concha conchita
dolores lola
eduardo edu lalo ed
elisabeth lisa liesel elli sissi else bettina
enrique quique kike henry
ernesto neto
federico fede
fernando nando fer
francesca franca fran
francesco franco cesco
francisco paco pancho frank curro
franz franzi
friederike rike
friedrich fritz fred
georg schorsch
giovanni gianni nanni vanni
giuseppe peppe beppe pino
gonzalo gonza
guadalupe lupe
guillermo memo guille bill
heinrich heinz heiner
hans johannes johann jan hannes
ignacio nacho
isabel isa chabela
jakob jake
jesus chus chuy
joachim achim jochen
jorge george
jose pepe joe
josef sepp
juan john
katharina kathi kati trina käthe
klaus nikolaus claus
konrad kurt conny
leopold poldi leo
lorenzo enzo renzo
ludwig lutz wiggerl
luigi gigi lou
magdalena lena magda leni
manuel manu manolo
margarete margarethe grete gretel greta marga
maria mitzi maja
matthias matze hias
mercedes meche
miguel miki
nicolas nico nick
rafael rafa
ricardo rick ricky
roberto beto rob bob
rosario charo
salvador chava
santiago santi chago
sebastian basti seba
sophie fifi
stefan stephan steffen stef
susanne susi sanne
teresa tere
theresia resi
therese resi
ulrich uli ulli
ursula uschi ulla
vicente chente
vincenzo enzo
walburga burgi
wilhelm willi wim helmut bill
wolfgang wolf wolfi
jean-baptiste jb
pierre pierrot peter
francois fanfan frank
philippe phil
veronique vero
muhammad mohammed mohamed mohammad muhammed ahmed mo
abdullah abdul
yusuf yousef joseph
ibrahim ibo abraham
mehmet memo
mustafa musti
katarzyna kasia
malgorzata gosia malgosia
aleksandra ola
jan janek
krzysztof krzys
tomasz tomek
agnieszka aga
joanna asia
piotr piotrek
pawel pawelek
jakub kuba
stanislaw staszek
`;

const linesOf = new Map<string, number[]>();
const lines = families
  .trim()
  .split('\n')
  .map((line) => [...new Set(line.split(' '))]);
lines.forEach((line, i) => {
  for (const name of line) linesOf.set(name, [...(linesOf.get(name) ?? []), i]);
});

/** The given names that a folded given name may stand for or be short for, from both tables, without itself. */
export function familiarForms(given: string): string[] {
  const more = (linesOf.get(given) ?? []).flatMap((i) => lines[i] ?? []);
  return [...new Set([...otherForms(given), ...more])].filter((form) => form !== given);
}
