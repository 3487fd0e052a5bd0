import { common } from './common.ts';
import { reasons } from './reasons.ts';

/** All that the program says in English. */
export const en = { common, reasons };
