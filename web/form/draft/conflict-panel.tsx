/** Two versions of the same answers, side by side; the person decides answer by answer or for all at once. */
import { useEffect, useRef, useState } from 'preact/hooks'
import { formatValue } from '../../../functions/schema/answers/format-value.ts'
import type { Row, Value } from '../../../functions/schema/answers.ts'
import { zone } from '../../session/session.ts'
import { language, say } from '../../wording/language.ts'
import { clockTime } from '../../wording/moments.ts'
import { savedByWords, togetherWording as words } from '../../wording/together.ts'
import { type FormModel, useForm } from '../form-model.ts'
import { fieldAt } from '../model/find-errors.ts'
import { type Clash, clashId } from '../model/merge-answers.ts'
import { targetOf } from '../model/place.ts'
import { conflictTitle } from '../submit/submission-parts.ts'
import type { DraftSession } from './draft-port.ts'
import { isOwn, placeName, saverOf } from './merged-note.tsx'

export function ConflictPanel({ session }: { session: DraftSession }) {
  const model = useForm()
  const title = useRef<HTMLHeadingElement>(null)
  const [theirs, setTheirs] = useState<ReadonlySet<string>>(new Set())
  const conflict = session.conflict.value
  const open = conflict !== undefined
  useEffect(() => {
    setTheirs(new Set())
    if (open) title.current?.focus()
  }, [open])
  if (conflict === undefined) return null
  const { clashes } = conflict
  const [by] = clashes.flatMap((clash) => clash.by ?? [])
  const own = clashes.every((clash) => clash.ofWindow === true || (clash.by !== undefined && isOwn(clash.by)))
  const sides = own ? { mine: words.here, theirs: words.otherWindow } : words
  const choose = (id: string, side: 'mine' | 'theirs') => {
    const next = new Set(theirs)
    if (side === 'theirs') next.add(id)
    else next.delete(id)
    setTheirs(next)
  }
  return (
    <section class="panel warning conflict" role="alert">
      <h2 ref={title} id={conflictTitle} tabIndex={-1}>
        {say(own ? words.ownTitle : words.conflictTitle)}
      </h2>
      <p>
        {say(words.conflictIntro)}{' '}
        {by !== undefined &&
          by.savedAt !== null &&
          say(savedByWords(saverOf(by), `${clockTime(by.savedAt, zone.value)} ${zone.value.zoneName}`))}
      </p>
      <p class="cluster">
        <button type="button" class="button small" onClick={() => setTheirs(new Set())}>
          {say(own ? words.allHere : words.allMine)}
        </button>
        <button type="button" class="button small" onClick={() => setTheirs(new Set(clashes.map(clashId)))}>
          {say(own ? words.allOtherWindow : words.allTheirs)}
        </button>
      </p>
      {clashes.map((clash) => (
        <fieldset key={clashId(clash)} class="field">
          <legend class="label">{placeName(clash.pointer, model)}</legend>
          {(['mine', 'theirs'] as const).map((side) => (
            <label key={side} class="check">
              <input
                type="radio"
                name={`clash${clashId(clash)}`}
                checked={theirs.has(clashId(clash)) === (side === 'theirs')}
                onChange={() => choose(clashId(clash), side)}
              />
              <span>
                {say(clash.ofWindow && side === 'theirs' ? words.otherWindow : sides[side])}:{' '}
                <strong>{sideText(clash, side, model)}</strong>
              </span>
            </label>
          ))}
        </fieldset>
      ))}
      <button type="button" class="button main" onClick={() => void session.settle(theirs, clashes.map(clashId))}>
        {say(words.keep)}
      </button>
    </section>
  )
}

function sideText(clash: Clash, side: 'mine' | 'theirs', model: FormModel): string {
  if (clash.kind === 'row') return rowText(clash[side], clash.pointer, model)
  const field = fieldAt(model.definition, clash.pointer)
  return field === undefined ? '' : valueText(clash[side], field, model)
}

function valueText(value: Value | undefined, field: Parameters<typeof formatValue>[0], model: FormModel): string {
  return formatValue(field, value, language.value, model.context.peek()) || say(words.empty)
}

function rowText(row: Row | undefined, pointer: string, model: FormModel): string {
  if (row === undefined) return say(words.rowRemoved)
  const table = model.definition.tables.find(({ id }) => id === targetOf(pointer).table)
  return (table?.fields ?? [])
    .filter(({ id }) => row.cells[id] !== undefined)
    .slice(0, 4)
    .map((field) => valueText(row.cells[field.id], field, model))
    .join(' · ')
}
