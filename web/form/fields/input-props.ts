/** What every input of a form is told. A table's cell is `compact`: no visible label, no radios, the error beneath. */
import type { Value } from '../../../functions/schema/answers.ts'
import type { Field } from '../../../functions/schema/form.ts'
import type { Place } from '../model/place.ts'

export type InputProps<F extends Field = Field> = {
  readonly field: F
  readonly place: Place
  readonly value: Value | undefined
  readonly id: string
  readonly compact: boolean
  readonly invalid: boolean
  /** Ids of hint, error and comments. */
  readonly describedBy: string | undefined
  /** Where there is no visible label. */
  readonly label?: string
}

/** The attributes that all kinds of input share. */
export function sharedAttributes({ id, invalid, describedBy, label }: InputProps) {
  return {
    id,
    'aria-invalid': invalid || undefined,
    'aria-describedby': describedBy,
    'aria-label': label,
  } as const
}
