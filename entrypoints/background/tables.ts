import { type PinyinTable, readPinyinTable } from '../../people/pinyin-table.ts';
import { encode, type MeaningTable, openTable } from '../../prompts/meaning.ts';
import { ownFile } from '../shared/own-file.ts';

let pinyin: Promise<PinyinTable | null> | null = null;
let meaning: Promise<MeaningTable> | null = null;

const bytesOf = async (path: `/${string}`): Promise<ArrayBuffer> => (await fetch(ownFile(path))).arrayBuffer();

/** The table of readings of Chinese names, loaded once for each worker. null where it cannot be read: names then match by characters alone. */
export function pinyinTable(): Promise<PinyinTable | null> {
  pinyin ??= bytesOf('/pinyin.bin')
    .then((bytes) => readPinyinTable(new Uint8Array(bytes)))
    .catch((cause) => {
      console.warn(cause);
      return null;
    });
  return pinyin;
}

/** The meaning of a text, or null where it has none. The table is loaded when the first text is written, never for an answer. */
export async function meaningOf(text: string): Promise<Int8Array | null> {
  meaning ??= bytesOf('/meaning.bin').then(openTable);
  return encode(text, await meaning);
}
