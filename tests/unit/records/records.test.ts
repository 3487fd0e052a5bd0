import * as v from 'valibot';
import { expect, test } from 'vitest';
import { newBase, newId } from '../../../records/base.ts';
import { waySchema, ways } from '../../../records/habit.ts';
import { newNote, newPerson, newWant, personSchema } from '../../../records/person.ts';
import { Problem } from '../../../records/problem.ts';
import { newSettings, settingsSchema } from '../../../records/settings.ts';
import { isRecordTable, recordSchemas, recordTables } from '../../../records/tables.ts';
import { newTip, tipSchema } from '../../../records/tip.ts';

const now = Date.UTC(2026, 10, 24);

test('ids are UUIDv7 and sort by the time they were made', () => {
  const ids = Array.from({ length: 50 }, newId);
  expect(ids.every((id) => /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id))).toBe(
    true,
  );
  expect([...ids].sort()).toEqual(ids);
});

test('what the constructors make passes the schemas', () => {
  const address = { written: 'Ana@Example.com', key: 'ana@example.com' };
  const person = newPerson(
    { name: 'Ana', addresses: [address], needs: [newWant('a van', now)], notes: [newNote('met', false, now)] },
    now,
  );
  expect(v.parse(personSchema, person)).toEqual(person);
  expect(person.keys).toEqual(['ana@example.com']);
  expect(v.parse(tipSchema, newTip({ text: 'hall is free' }, now)).reach).toBe('one');
  expect(v.parse(settingsSchema, newSettings(now)).keepSeen).toBe(true);
  expect(newBase(now)).toMatchObject({ createdAt: now, updatedAt: now });
});

test('a problem carries its number and whether trying again can help', () => {
  expect(new Problem('RM-1', 'text', true)).toMatchObject({ code: 'RM-1', transient: true, name: 'Problem' });
});

test('the tables that hold the user’s data, in the order of a backup', () => {
  expect(recordTables[0]).toBe('people');
  expect(recordTables.map(isRecordTable)).not.toContain(false);
  expect(recordSchemas.tips).toBe(tipSchema);
});

test('every way of a prompt is shown once', () => {
  expect(new Set(ways).size).toBe(ways.length);
  expect([...ways].sort()).toEqual([...waySchema.options].sort());
});
