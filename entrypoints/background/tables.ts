import { type PinyinTable, readPinyinTable } from '../../people/pinyin-table.ts';
import type { MeaningTable } from '../../prompts/meaning.ts';
import { ownFile } from '../shared/own-file.ts';
import { loadActs } from './own-scripts.ts';

let pinyin: Promise<PinyinTable | null> | null = null;
let meaning: Promise<MeaningTable> | null = null;

const bytesOf = async (path: `/${string}`): Promise<ArrayBuffer> => (await fetch(ownFile(path))).arrayBuffer();

/** The readings of Chinese names, loaded once for each worker; null where damaged: names then match by characters alone. */
export function pinyinTable(): Promise<PinyinTable | null> {
  pinyin ??= bytesOf('/pinyin.bin')
    .then((bytes) => readPinyinTable(new Uint8Array(bytes)))
    .catch((cause) => {
      console.warn(cause);
      return null;
    });
  return pinyin;
}

/** The meaning of a text. The table is loaded when the first text is written, never for an answer. */
export async function meaningOf(text: string): Promise<Int8Array> {
  const { encode, openTable } = await loadActs();
  meaning ??= bytesOf('/meaning.bin').then(openTable);
  return encode(text, await meaning);
}
