/** From where the focus is to the next place of the list of problems; from the last on with the first. */
import { nextPlace } from '../../../functions/rules/problems.ts'
import { focusPointer } from '../focus-pointer.ts'
import type { FormModel } from '../form-model.ts'
import { elementId } from './place.ts'
import { problemsNow } from './problems-now.ts'

/** Where one was led last, for focus that stands in no answer. */
const last = new WeakMap<FormModel, string>()

export function seekNext(model: FormModel): void {
  const { places } = problemsNow(model)
  const { definition } = model
  const filled = { definition, answers: model.answers.peek(), context: model.context.peek() }
  const next = nextPlace(filled, places, focusedPlace(model) ?? last.get(model))
  if (next === undefined) return
  last.set(model, next)
  focusPointer(model, next)
}

/** The answer that has the focus, by the ids that `elementId` gives. */
function focusedPlace({ definition, answers }: FormModel): string | undefined {
  const id = document.activeElement?.closest('[id^="at-"]')?.id
  if (id === undefined) return undefined
  const field = definition.fields.find((each) => elementId(`/fields/${each.id}`) === id)
  if (field !== undefined) return `/fields/${field.id}`
  for (const table of definition.tables) {
    const start = `/rows/${table.id}`
    if (!id.startsWith(elementId(start))) continue
    for (const { rowKey } of answers.peek().rows[table.id] ?? []) {
      const row = `${start}/${rowKey}`
      if (!id.startsWith(elementId(row))) continue
      const cell = table.fields.find((each) => elementId(`${row}/${each.id}`) === id)
      return cell === undefined ? row : `${row}/${cell.id}`
    }
    return start
  }
  return undefined
}
