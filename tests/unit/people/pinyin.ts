import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readPinyinTable } from '../../../people/pinyin-table.ts';

/** The table that the extension ships. */
export const pinyin = readPinyinTable(readFileSync(resolve(import.meta.dirname, '../../../public/pinyin.bin')));
