import { expect, test } from 'vitest';
import { csvFields } from '../../../interchange/csv-mapping.ts';
import { rejectionCodes } from '../../../interchange/parsed.ts';
import { catalogue } from '../../../locales/index.ts';

test.each(['en', 'zh-CN'] as const)('every reason and every field of an import has its words in %s', (language) => {
  const { rejection, field } = catalogue(language).importing;
  expect(rejectionCodes.filter((code) => !rejection[code])).toEqual([]);
  expect(csvFields.filter((name) => !field[name])).toEqual([]);
});
