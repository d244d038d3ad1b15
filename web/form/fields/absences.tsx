/** "Belum ada data" and "tidak berlaku": answers that stand in place of a value, offered where the form accepts them. */
import { absenceOf } from '../../../functions/schema/answers/absence.ts'
import { formatAbsence } from '../../../functions/schema/formats.ts'
import { language } from '../../wording/language.ts'
import { useForm } from '../form-model.ts'
import type { InputProps } from './input-props.ts'

type AbsencesProps = Pick<InputProps, 'field' | 'place' | 'value' | 'id' | 'compact'>

/** For a menu or radios the absences are among the choices, so nothing is drawn here. */
export function Absences({ field, place, value, id, compact }: AbsencesProps) {
  const model = useForm()
  if (field.absences === undefined || field.type === 'choice' || field.type === 'computed') return null
  const current = absenceOf(value)
  if (compact) {
    // Out of the tab order: the same can be typed in the cell.
    return (
      <span class="cell-absences">
        {field.absences.map((absence) => (
          <button
            key={absence}
            type="button"
            tabIndex={-1}
            class="link"
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => model.set(place, current === absence ? undefined : { absent: absence })}
          >
            {formatAbsence(absence, language.value)}
          </button>
        ))}
      </span>
    )
  }
  return (
    <>
      {field.absences.map((absence) => (
        <label key={absence} class="check">
          <input
            id={`${id}-${absence}`}
            type="checkbox"
            checked={current === absence}
            onChange={(event) => model.set(place, event.currentTarget.checked ? { absent: absence } : undefined)}
          />
          <span>{formatAbsence(absence, language.value)}</span>
        </label>
      ))}
    </>
  )
}
