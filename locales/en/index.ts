import { common } from './common.ts';
import { importing } from './import.ts';
import { notices } from './notices.ts';
import { panel } from './panel.ts';
import { planner } from './planner.ts';
import { popup } from './popup.ts';
import { problems } from './problems.ts';
import { reasons } from './reasons.ts';
import { settings } from './settings.ts';
import { welcome } from './welcome.ts';

/** All that the program says in English. */
export const en = { common, importing, notices, panel, planner, popup, problems, reasons, settings, welcome };
