import type { en } from '../en/index.ts';
import { common } from './common.ts';
import { panel } from './panel.ts';
import { problems } from './problems.ts';
import { reasons } from './reasons.ts';

/** All that the program says in simplified Chinese. */
export const zhCN: typeof en = { common, panel, problems, reasons };
