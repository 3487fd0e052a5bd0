import { common } from './common.ts';
import { panel } from './panel.ts';
import { problems } from './problems.ts';
import { reasons } from './reasons.ts';

/** All that the program says in English. */
export const en = { common, panel, problems, reasons };
