/** Texts that name no choice, each once, however many cells hold it: one decision mends a whole column. */
import { useState } from 'preact/hooks'
import { choicesOf } from '../../../functions/schema/answers/choices.ts'
import { nearestChoices } from '../../../functions/schema/fields/grammar/choice.ts'
import { fieldWording } from '../../wording/form.ts'
import { alikeWords, toolWording as words } from '../../wording/grid-tools.ts'
import { say } from '../../wording/language.ts'
import { placeOf, valueAt } from '../model/place.ts'
import type { GridState, UnknownChoice } from './grid-state.ts'

const shownTexts = 20

type AlikeChoicesProps = { readonly state: GridState; readonly unknown: readonly UnknownChoice[] }

export function AlikeChoices({ state, unknown }: AlikeChoicesProps) {
  const answers = state.model.answers.value
  // Those that were mended since, here or in their cells, are none any more.
  const open = unknown
    .map((each) => ({ ...each, pointers: each.pointers.filter((at) => valueAt(answers, placeOf(at)) === each.text) }))
    .filter(({ pointers }) => pointers.length > 0)
  if (open.length === 0) return null
  return (
    <>
      <p>{say(words.alikeTitle)}</p>
      {open.slice(0, shownTexts).map((each) => (
        <Alike key={each.field.id + each.text} state={state} each={each} />
      ))}
    </>
  )
}

function Alike({ state: { model }, each }: { state: GridState; each: UnknownChoice }) {
  const { field, text, pointers } = each
  const [chosen, setChosen] = useState('')
  const context = model.context.value
  const isList = field.type === 'choice' || field.type === 'choices'
  // The nearest first, then all in the list's order.
  const near = isList ? nearestChoices(field, text, context) : []
  const listed = isList ? [...near, ...choicesOf(field, context).filter((choice) => !near.includes(choice))] : []
  const take = () => {
    const value = field.type === 'choices' ? [chosen] : chosen
    model.setMany(pointers.map((pointer) => ({ place: placeOf(pointer), value })))
  }
  return (
    <p>
      <label>
        {say(alikeWords(field.label, text, pointers.length))}{' '}
        <select value={chosen} onChange={(event) => setChosen(event.currentTarget.value)}>
          <option value="">{say(fieldWording.choose)}</option>
          {listed.map(({ value, label }) => (
            <option key={value} value={value}>
              {say(label)}
            </option>
          ))}
        </select>
      </label>{' '}
      <button type="button" class="button small" disabled={chosen === ''} onClick={take}>
        {say(words.makeAll)}
      </button>
    </p>
  )
}
