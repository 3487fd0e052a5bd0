import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { sampleBackup } from './sample/backup.ts';

/** Writes `public/sample.json`, told from a fixed day; whoever loads it moves all times by the days gone since `exportedAt`. */
const told = Date.UTC(2026, 0, 12, 8, 0);
const path = resolve(import.meta.dirname, '../public/sample.json');
writeFileSync(path, `${JSON.stringify(sampleBackup(told, 0))}\n`);
