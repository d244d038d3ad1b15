/** A colleague's changes came in and were put together with these: whose, when, and which answers. */
import { useState } from 'preact/hooks'
import { rowLabel } from '../../../functions/schema/answers/row-label.ts'
import { me, zone } from '../../session/session.ts'
import { say } from '../../wording/language.ts'
import { clockTime } from '../../wording/moments.ts'
import { andOthers, mergedWords, togetherWording as words } from '../../wording/together.ts'
import { focusPointer } from '../focus-pointer.ts'
import { type FormModel, rowAt, useForm } from '../form-model.ts'
import { fieldAt } from '../model/find-errors.ts'
import type { Saver } from '../model/merge-answers.ts'
import { elementId } from '../model/place.ts'
import type { DraftSession, MergedChanges } from './draft-port.ts'

const shownChanges = 5

export function MergedNote({ session }: { session: DraftSession }) {
  const model = useForm()
  const [hidden, setHidden] = useState<MergedChanges>()
  const merged = session.mergedWith.value
  if (merged === undefined || merged === hidden || merged.from.draft.savedAt === null) return null
  const { from, pointers } = merged
  const time = `${clockTime(merged.from.draft.savedAt, zone.value)} ${zone.value.zoneName}`
  return (
    <div class="panel" role="status">
      <p>{say(mergedWords(saverOf(from.draft), time))}</p>
      <ul>
        {pointers.slice(0, shownChanges).map((pointer) => (
          <li key={pointer}>
            <a
              href={`#${elementId(pointer)}`}
              onClick={(event) => {
                event.preventDefault()
                focusPointer(model, pointer)
              }}
            >
              {placeName(pointer, model)}
            </a>
          </li>
        ))}
        {pointers.length > shownChanges && <li>{say(andOthers(pointers.length - shownChanges))}</li>}
      </ul>
      <button type="button" class="link" onClick={() => setHidden(merged)}>
        {say(words.hide)}
      </button>
    </div>
  )
}

/** Oneself may have saved from another window. */
export function isOwn({ savedBy }: Saver): boolean {
  return savedBy === me.value?.id
}

/** Of a colleague the name, where the server tells it. */
export function saverOf(draft: Saver): string {
  return isOwn(draft) ? say(words.yourself) : (draft.savedByName ?? say(words.colleague))
}

/** "Baris 3 · 1.02.02.2.02.0015, Pagu ditandai". */
export function placeName(pointer: string, model: FormModel): string {
  const at = rowAt(model, pointer)
  const field = fieldAt(model.definition, pointer)
  const row = at === undefined ? undefined : say(rowLabel(at.table, at.row, at.index, model.context.peek()))
  return [row, field === undefined ? say(words.wholeRow) : say(field.label)]
    .filter((each) => each !== undefined)
    .join(', ')
}
