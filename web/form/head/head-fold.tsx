/** A part of the head that is answered already: one line that names the answers, and opens by itself when one is missing or wrong. */
import { useEffect, useState } from 'preact/hooks'
import { isDemanded } from '../../../functions/schema/answers/demanded.ts'
import { formatValue } from '../../../functions/schema/answers/format-value.ts'
import { settleHeader } from '../../../functions/schema/answers/settle-cells.ts'
import type { Field } from '../../../functions/schema/form.ts'
import { isPersonal } from '../../../functions/schema/personal.ts'
import { headWording as words } from '../../wording/head.ts'
import { language, say } from '../../wording/language.ts'
import { useForm } from '../form-model.ts'
import { HeaderFields } from '../header-fields.tsx'

const named = 2

export function HeadFold({ part }: { readonly part: readonly Field[] }) {
  const model = useForm()
  const [open, setOpen] = useState(false)
  const settled = settleHeader(model.definition, model.answers.value, model.context.value)
  const asked = part.filter(({ id }) => settled.visible.has(id))
  const wrong = new Set(model.flaws.value.map(({ pointer }) => pointer))
  const isAmiss = (field: Field) =>
    wrong.has(`/fields/${field.id}`) || (settled.cells[field.id] === undefined && isDemanded(field, settled))
  const amiss = asked.some(isAmiss)
  useEffect(() => {
    if (amiss) setOpen(true)
  }, [amiss])
  const said = asked
    .map((field) => formatValue(field, settled.cells[field.id], language.value, model.context.value))
    .filter((text) => text !== '')
  return (
    <details class="door" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <span class="door-name">{say(part.some(isPersonal) ? words.person : words.general)}:</span>{' '}
        <span class="door-said">{said.slice(0, named).join(', ')}</span> · {say(words.change)}
      </summary>
      <HeaderFields only={part} />
    </details>
  )
}
