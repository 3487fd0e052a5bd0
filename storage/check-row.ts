import * as v from 'valibot';
import { Problem } from '../records/problem.ts';
import { type Rows, rowSchemas, type TableName } from './schema.ts';

/** The row, if it fits its table's schema. Throws RM-108, which names the table and the field, and not what stood there. */
export function checkRow<T extends TableName>(table: T, row: unknown): Rows[T] {
  const schema: v.GenericSchema<unknown, Rows[T]> = rowSchemas[table];
  const result = v.safeParse(schema, row);
  if (result.success) return result.output;
  const issue = result.issues[0];
  throw new Problem(
    'RM-108',
    `This does not fit a row of ${table}: field "${v.getDotPath(issue) ?? 'the row'}" should be ${issue.expected ?? 'shorter'}. Nothing was written.`,
  );
}
