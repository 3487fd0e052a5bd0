import { describe, expect, test } from 'vitest';
import { addressKey } from '../../../people/address-key.ts';
import { lookupKeys, type MatchContext, matchOf, refOf, type Seen } from '../../../people/match.ts';
import { nameKeys } from '../../../people/name-key.ts';
import { newPerson, type Person } from '../../../records/person.ts';
import { pinyin } from './pinyin.ts';

const now = Date.UTC(2026, 10, 24);
const context: MatchContext = { pinyin, saidPeople: new Set() };

let n = 0;
function person(name: string, address: string | null = null, more: Partial<Person> = {}): Person {
  const addresses = address === null ? [] : [{ written: address, key: addressKey(address) ?? '' }];
  const made = newPerson({ id: `p${String(n++).padStart(4, '0')}`, name, addresses, ...more }, now);
  return { ...made, nameKeys: nameKeys(made, pinyin) };
}
const seen = (name: string | null, address: string | null = null, marked: Seen['marked'] = null): Seen => ({
  name,
  address,
  marked,
});

/** As the store does it: by address key and by exact name keys. */
function find(participant: Seen, people: Person[]) {
  const keys = lookupKeys(participant, context);
  const key = participant.address === null ? null : addressKey(participant.address);
  const found = people.filter(
    (one) => (key !== null && one.keys.includes(key)) || one.nameKeys.some((k) => keys.includes(k)),
  );
  return matchOf(participant, found, context);
}
const reasons = (participant: Seen, ...people: Person[]) => {
  const match = find(participant, people);
  return match.match === 'possible' ? match.candidates.map((one) => one.reason) : match.match;
};

test('by address it is certain, whatever the name and the written form', () => {
  const ana = person('Ana Lima', 'ana.lima@gmail.com');
  expect(find(seen('Somebody Else', 'A.n.a.Lima+x@googlemail.com'), [ana])).toEqual({ match: 'known', person: ana });
  expect(find(seen(null, 'analima@gmail.com'), [ana])).toMatchObject({ match: 'known' });
});

test('of two persons with one mailbox, the one of that name', () => {
  const [bo, ana] = [person('Bo Berg', 'home@example.org'), person('Ana Lima', 'home@example.org')];
  expect(find(seen('Ana Lima', 'home@example.org'), [bo, ana])).toMatchObject({ person: { id: ana.id } });
  expect(find(seen(null, 'home@example.org'), [ana, bo])).toMatchObject({ person: { id: bo.id } });
});

describe('by name it is a question', () => {
  const known = 'ana@weavers.example';
  test.each<[string, string, string, string]>([
    ['Ana Lima', 'Ana Lima', 'ana@gmail.com', 'same-name'],
    ['Ana Lima', 'LIMA, Ana', 'ana@other.example', 'same-name'],
    ['Ana Lima', 'Dr. Ána Lima (Other Ltd)', 'ana@other.example', 'same-name'],
    ['Ana Lima', 'Ana Lima', 'ana.lima@weavers.example', 'same-name-and-organisation'],
    ['Ana Lima', 'Ana Lima', 'ana@mail.weavers.example', 'same-name-and-organisation'],
    ['李伟', '李伟', 'wei@other.example', 'same-name'],
    ['李伟', 'Wei Li', 'wei@other.example', 'pinyin'],
    ['李伟', 'LI Wei', 'wei@other.example', 'pinyin'],
    ['王小明', 'Xiao-Ming Wang', 'x@other.example', 'pinyin'],
    ['Wang Xiaoming', '王小明', 'x@other.example', 'pinyin'],
    ['单雄', 'Shan Xiong', 'x@other.example', 'pinyin'],
    ['Robert Smith', 'Bob Smith', 'x@other.example', 'nickname'],
    ['Bob Smith', 'Smith, Robert', 'x@other.example', 'nickname'],
    ['王小明', '小王', 'x@weavers.example', 'nickname'],
    ['王小明', '阿明', 'x@weavers.example', 'nickname'],
  ])('%s seen as %s <%s>', (kept, name, address, reason) => {
    expect(reasons(seen(name, address), person(kept, known))).toEqual([reason]);
  });

  test('a name without an address too', () => {
    expect(reasons(seen('Ana Lima'), person('Ana Lima', known))).toEqual(['same-name']);
  });

  test('the organisation’s name in the domain tells as well', () => {
    const ana = person('Ana Lima', null, { organisation: 'Weavers Group' });
    expect(reasons(seen('Ana Lima', 'x@weavers.example'), ana)).toEqual(['same-name-and-organisation']);
    expect(reasons(seen('Ana Lima', 'x@group.example'), ana)).toEqual(['same-name']);
  });

  test('a nickname that the user wrote down', () => {
    const wang = person('王建国', known, { otherNames: ['老王头', 'Jack Wang'] });
    expect(reasons(seen('Jack Wang', 'x@other.example'), wang)).toEqual(['same-name']);
    expect(reasons(seen('老王头', 'x@other.example'), wang)).toEqual(['nickname']);
  });

  test('the likeliest first', () => {
    const list = [person('Wei Li', 'a@a.example'), person('李伟', 'b@b.example'), person('Wei Li', 'c@c.example')];
    expect(reasons(seen('Wei Li', 'x@c.example'), ...list)).toEqual([
      'same-name-and-organisation',
      'same-name',
      'pinyin',
    ]);
  });
});

describe('nobody known', () => {
  test.each<[string, string, string | null, string]>([
    ['another name', 'Ana Lima', 'x@other.example', 'Ana Lopes'],
    ['the given name alone', 'Ana Lima', 'x@other.example', 'Ana'],
    ['the same sound in other characters', '李伟', 'x@other.example', '李卫'],
    ['a surname read as no surname is', '单雄', 'x@other.example', 'Dan Xiong'],
    ['a familiar form elsewhere', '王小明', 'x@other.example', '小王'],
    ['a familiar form at a free-mail host', '王小明', 'x@qq.com', '小王'],
    ['a list that writes for somebody', 'Ana Lima', 'weavers@lists.example.org', 'Ana Lima'],
    ['a machine with the name', 'Ana Lima', 'no-reply@other.example', 'Ana Lima'],
  ])('%s', (_why, kept, address, name) => {
    expect(reasons(seen(name, address), person(kept, 'ana@weavers.example'))).toBe('new');
  });

  test('the same sound in other characters, though pinyin was written down', () => {
    const li = person('李伟', null, { otherNames: ['Li Wei'] });
    expect(reasons(seen('李卫', 'x@other.example'), li)).toBe('new');
    expect(reasons(seen('Li Wei', 'x@other.example'), li)).toEqual(['same-name']);
  });

  test('what the user refused, by address or by name', () => {
    const ana = person('Ana Lima', 'ana@weavers.example', { notSameAs: ['x@other.example', 'name:Ana Lima'] });
    expect(reasons(seen('Ana Lima', 'X+1@other.example'), ana)).toBe('new');
    expect(reasons(seen('Ana Lima'), ana)).toBe('new');
    expect(reasons(seen('Ana Lima', 'y@other.example'), ana)).toEqual(['same-name']);
  });

  test('a room or a group, as the page marks them', () => {
    expect(reasons(seen('Ana Lima', 'x@other.example', 'group'), person('Ana Lima'))).toBe('new');
    expect(lookupKeys(seen('Ana Lima', null, 'room'), context)).toEqual([]);
  });
});

describe('what is looked up', () => {
  const keysFor = (name: string, address: string | null = null, table: MatchContext['pinyin'] = pinyin) =>
    lookupKeys(seen(name, address), { pinyin: table, saidPeople: new Set() });
  test('a name in each order, its short forms, no more', () => {
    expect(keysFor('Zoe Lima')).toEqual(['limazoe', 'zoelima']);
    expect(keysFor('Greg Lima')).toEqual(['greglima', 'gregorylima', 'limagreg']);
    expect(keysFor('Greg')).toEqual(['greg']);
  });
  test('hanzi with its pinyin, and familiar forms within an organisation', () => {
    expect(keysFor('李伟')).toEqual(['liwei', 'weili', '李伟']);
    expect(keysFor('李伟', null, null)).toEqual(['李伟']);
    expect(keysFor('小王', 'x@weavers.example', null)).toEqual(['小王', '王@weavers.example']);
    expect(keysFor('小王', null, null)).toEqual(['小王']);
    expect(keysFor('王小明', 'x@weavers.example', null)).toEqual(['王小明']);
  });
  test('nothing for what is no name', () => {
    expect(keysFor('...')).toEqual([]);
    expect(lookupKeys(seen(null, 'ana@example.com'), context)).toEqual([]);
  });
});

describe('what makes the same organisation', () => {
  const seenAs = (address: string, organisation: string | null, own: string | null = null) =>
    reasons(seen('Ana Lima', address), person('Ana Lima', own, { organisation }))[0];
  test.each([
    ['x@weavers.example', 'Weavers', null],
    ['x@theweavers.example', 'The-Weavers', null],
    ['x@lowervalley.example', 'Lower Valley', null],
    ['x@loom.example', 'Loom Ltd', null],
    ['x@mail.weavers.example', null, 'ana@weavers.example'],
    ['x@weavers.example', null, 'ana@mail.weavers.example'],
  ])('%s, %s, %s', (address, organisation, own) => {
    const name = address.includes('theweavers') ? 'Theweavers' : organisation;
    expect(seenAs(address, name, own)).toBe('same-name-and-organisation');
  });
  test.each([
    ['x@weavers.example', null, null],
    ['x@weavers.example', 'Looms', null],
    ['x@abc.example', 'ABC', null],
    ['x@looms.weavers', 'Weavers', null],
    ['x@group.example', 'Group', null],
    ['x@gmail.com', 'Gmail', 'ana@gmail.com'],
    ['x@myweavers.example', null, 'ana@weavers.example'],
  ])('not %s, %s, %s', (address, organisation, own) => {
    expect(seenAs(address, organisation, own)).toBe('same-name');
  });
});

test('a familiar form is asked about only where it fits: the organisation, and a name that has more than that one character', () => {
  const judge = (kept: Person, name: string, address = 'x@weavers.example') =>
    matchOf(seen(name, address), [kept], context);
  const wang = person('王小明', 'a@weavers.example');
  expect(judge(wang, '小王')).toMatchObject({ candidates: [{ reason: 'nickname' }] });
  expect(judge(wang, '阿明')).toMatchObject({ candidates: [{ reason: 'nickname' }] });
  expect(judge(wang, '小李')).toEqual({ match: 'new' });
  expect(judge(wang, '阿小')).toEqual({ match: 'new' });
  expect(judge(wang, '小王', 'x@other.example')).toEqual({ match: 'new' });
  expect(judge(wang, '王大')).toEqual({ match: 'new' });
  expect(judge(person('王', 'a@weavers.example'), '小王')).toEqual({ match: 'new' });
});

test('names that hold no word are nobody’s', () => {
  expect(matchOf(seen('...'), [person('...')], context)).toEqual({ match: 'new' });
  expect(matchOf(seen(null, 'x@other.example'), [person('Ana')], context)).toEqual({ match: 'new' });
  expect(matchOf(seen(null), [person('Ana', 'ana@example.com')], context)).toEqual({ match: 'new' });
});

test('somebody behind a role address may be known by name; a bare name refused is refused', () => {
  expect(reasons(seen('Ana Lima', 'office@other.example'), person('Ana Lima'))).toEqual(['same-name']);
  expect(reasons(seen('Ana Lima', 'x@other.example'), person('Ana Lima', null, { notSameAs: ['Ana Lima'] }))).toBe(
    'new',
  );
});

test('short forms: five are asked about, and the likeliest come first whatever their ids', () => {
  const five = Array.from({ length: 5 }, (_, i) => person('Robert Smith', `r${i}@weavers.example`));
  expect(reasons(seen('Bob Smith', 'x@other.example'), ...five)).toHaveLength(5);
  const [nick, same] = [person('Robert Smith', 'a@weavers.example'), person('Bob Smith', 'b@weavers.example')];
  expect(reasons(seen('Bob Smith', 'x@other.example'), nick, same)).toEqual(['same-name', 'nickname']);
  const ids = (list: Person[]) => {
    const match = matchOf(seen('Robert Smith', 'x@other.example'), list, context);
    return match.match === 'possible' ? match.candidates.map((one) => one.person.id) : [];
  };
  expect(ids([...five].reverse())).toEqual(five.map((one) => one.id));
});

test('an address said to be a person is asked about', () => {
  const said = { pinyin, saidPeople: new Set(['support@other.example']) };
  const ana = person('Ana Lima');
  expect(matchOf(seen('Ana Lima', 'support@other.example'), [ana], context)).toEqual({ match: 'new' });
  expect(matchOf(seen('Ana Lima', 'support@other.example'), [ana], said)).toMatchObject({ match: 'possible' });
});

test('without the pinyin table hanzi and pinyin do not meet, and nothing fails', () => {
  const bare = { pinyin: null, saidPeople: new Set<string>() };
  expect(matchOf(seen('Wei Li', 'x@other.example'), [person('李伟')], bare)).toEqual({ match: 'new' });
  expect(matchOf(seen('李伟', 'x@other.example'), [person('李伟')], bare)).toMatchObject({ match: 'possible' });
});

test('at most five are asked about; a short form that fits more says nothing', () => {
  const many = Array.from({ length: 9 }, (_, i) => person('Robert Smith', `r${i}@weavers.example`));
  expect(find(seen('Robert Smith', 'x@other.example'), many)).toMatchObject({ match: 'possible' });
  expect(reasons(seen('Robert Smith', 'x@other.example'), ...many)).toHaveLength(5);
  expect(reasons(seen('Bob Smith', 'x@other.example'), ...many)).toBe('new');
});

test('a participant is named by address key, else by name', () => {
  expect(refOf({ name: 'Ana', address: 'A+x@Example.com' })).toBe('a@example.com');
  expect(refOf({ name: 'Ana', address: null })).toBe('name:Ana');
  expect(refOf({ name: null, address: 'no address' })).toBe('name:no address');
});
