import { promptsFor } from './prompts/engine.ts';
import { encode } from './prompts/meaning.ts';
import { textOfTip, textsOfPerson } from './prompts/texts.ts';
import { projectTable } from './scripts/read-worlds.ts';
import { knowledge, occasion, person, tip, now } from './tests/unit/prompts/make.ts';
const table = projectTable();
const words = [...table.rows.keys()].slice(300, 9000).filter((w) => /^[a-z]{4,}$/.test(w));
let seed = 7; const rnd = () => (seed = (seed * 1103515245 + 12345) % 2147483648) / 2147483648;
const say = (n: number) => Array.from({ length: n }, () => words[Math.floor(rnd() * words.length)]).join(' ');
const people = Array.from({ length: 10000 }, (_, n) => person(`p${n}`, { needs: [say(7)], offers: [say(7)], title: say(1), organisation: say(2) }));
const tips = Array.from({ length: 2000 }, (_, n) => tip(`t${n}`, say(15), { topics: [say(1)], reach: n % 3 === 0 ? 'open' : 'one' }));
let t = performance.now();
const texts = [...people.flatMap(textsOfPerson), ...tips.map(textOfTip)];
const meanings = new Map(texts.map((x) => [x, encode(x, table)]));
console.log('encode', texts.length, (performance.now() - t).toFixed(0), 'ms');
const contacts = new Map(people.map((p) => [p.id, [{ at: now - 9e9, kind: 'mail' as const }]]));
const k = knowledge({ people, tips, meanings, contacts, needs: [say(6)] });
const o = occasion(Array.from({ length: 12 }, (_, n) => `p${n * 700}`));
for (let i = 0; i < 12; i++) { t = performance.now(); const c = process.cpuUsage(); const p = promptsFor(o, k, now); const d = process.cpuUsage(c); console.log((performance.now() - t).toFixed(0), 'ms wall', ((d.user + d.system) / 1000).toFixed(0), 'ms cpu', p.length); }
const k2 = { ...k, meanings: new Map() };

