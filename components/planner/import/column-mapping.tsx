import type { PlannedFile } from '../../../records/planner.ts';
import { Choice } from '../../parts/choice.tsx';
import { useLocale } from '../../parts/locale-context.tsx';

const leftOut = 'ignore';

/** What each column of a CSV is, with five of its rows beneath; changed, the dry run is made again. */
export function ColumnMapping({
  columns,
  onChange,
}: {
  columns: NonNullable<PlannedFile['columns']>;
  onChange: (mapping: Readonly<Record<string, string>>) => void;
}) {
  const { t } = useLocale();
  const w = t.importing;
  const fieldName = (field: string) => w.field[field] ?? field;
  return (
    // Scrolls sideways where a file has many columns; then the keyboard must reach it.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region must be focusable (WCAG 2.1.1)
    <section className="mapping" aria-label={w.mapping} tabIndex={0}>
      <table>
        <caption className="fine">{w.mappingHow}</caption>
        <thead>
          <tr>
            {columns.headings.map((heading) => (
              <th key={heading} scope="col">
                <span className="mapping-heading" dir="auto">
                  {heading}
                </span>
                <Choice
                  label={w.columnIs({ heading })}
                  labelHidden={true}
                  value={columns.mapping[heading] ?? leftOut}
                  onChange={(field) => onChange({ ...columns.mapping, [heading]: field })}
                  items={columns.fields.map((field) => ({ value: field, label: fieldName(field) }))}
                />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {columns.samples.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: sample rows have no id and never change their order
            <tr key={index}>
              {columns.headings.map((heading, column) => (
                <td key={heading} dir="auto">
                  {row[column] ?? ''}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
