/** The sums of a submission, before it is sent and on its receipt. */
import { formatValue } from '../../functions/schema/answers/format-value.ts'
import type { FormDefinition } from '../../functions/schema/form.ts'
import type { Totals } from '../../functions/schema/round.ts'
import { language, say } from '../wording/language.ts'
import { receiptWording as words } from '../wording/receipt.ts'

/** Sums by column, as the form calls it; nothing where nothing is summed. */
export function TotalsList({ totals, definition }: { totals: Totals; definition: FormDefinition }) {
  const summed = definition.tables.flatMap((table) =>
    table.fields.flatMap((field) => {
      const total = totals[`${table.id}.${field.id}`]
      return total === undefined ? [] : [{ table, field, total }]
    }),
  )
  if (summed.length === 0) return null
  const context = { today: '', agencyId: '', fiscalYear: 0, references: {} }
  return (
    <>
      <h2>{say(words.totals)}</h2>
      <dl class="facts">
        {summed.map(({ table, field, total }) => (
          <div key={`${table.id}.${field.id}`}>
            <dt>{say(field.label)}</dt>
            <dd>{formatValue(field, total, language.value, context)}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}
