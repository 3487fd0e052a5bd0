import { expect, test } from 'vitest';
import { exportBackup } from '../../../actions/export-backup.ts';
import { goOnEmpty, restoreInPlace } from '../../../actions/recover.ts';
import { newPerson } from '../../../records/person.ts';
import { deleteDatabase, openStore } from '../../../storage/open.ts';
import { pointerDatabase } from '../../../storage/pointer.ts';
import { freshOptions, freshStore, now } from '../storage/fresh-store.ts';

async function lost() {
  const options = freshOptions();
  const store = await openStore(options);
  await store.people.add(newPerson({ name: 'Ana' }, now));
  const { blob } = await exportBackup(store, now);
  store.close();
  await deleteDatabase(store.name, options);
  await expect(openStore(options)).rejects.toMatchObject({ code: 'RM-104' });
  return { options, blob };
}

test('a store that is gone is restored from a backup', async () => {
  const { options, blob } = await lost();
  await restoreInPlace(blob, options);
  expect((await (await freshStore(options)).people.toArray()).map(({ name }) => name)).toEqual(['Ana']);
});

test('a file that is no backup changes nothing: the store stays gone, and is said to be', async () => {
  const { options } = await lost();
  await expect(restoreInPlace(new Blob(['{}']), options)).rejects.toMatchObject({ code: 'RM-201' });
  await expect(openStore(options)).rejects.toMatchObject({ code: 'RM-104' });
});

test('or the user goes on with an empty one', async () => {
  const { options } = await lost();
  await goOnEmpty(options);
  expect(await (await freshStore(options)).people.count()).toBe(0);
});

test('where nothing says which of two databases held, both stay on the disk', async () => {
  const options = freshOptions();
  (await openStore(options)).close();
  await goOnEmpty(options);
  await new Promise((done) => {
    options.factory.deleteDatabase(pointerDatabase).onsuccess = done;
  });
  await expect(openStore(options)).rejects.toMatchObject({ code: 'RM-104' });
  await goOnEmpty(options);
  await freshStore(options);
  expect((await options.factory.databases()).filter(({ name }) => name !== pointerDatabase)).toHaveLength(3);
});
