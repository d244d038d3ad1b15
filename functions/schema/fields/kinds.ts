/** All types of fields. To add one: its file, a line in each list here, and a row in the tables that then no longer compile. */
import type * as zod from 'zod'
import { choice, choiceShape } from './choice.ts'
import { choices, choicesShape } from './choices.ts'
import { computed, computedShape } from './computed.ts'
import { date, dateShape } from './date.ts'
import { decimal, decimalShape } from './decimal.ts'
import type { FieldKind } from './field-kind.ts'
import { integer, integerShape } from './integer.ts'
import { moment, momentShape } from './moment.ts'
import { percent, percentShape } from './percent.ts'
import { phone, phoneShape } from './phone.ts'
import { rupiah, rupiahShape } from './rupiah.ts'
import type { ShapeParts } from './shape.ts'
import { text, textShape } from './text.ts'
import { time, timeShape } from './time.ts'
import { url, urlShape } from './url.ts'

export const shapes = (parts: ShapeParts) =>
  [
    textShape(parts),
    integerShape(parts),
    rupiahShape(parts),
    decimalShape(parts),
    percentShape(parts),
    dateShape(parts),
    timeShape(parts),
    momentShape(parts),
    phoneShape(parts),
    choiceShape(parts),
    choicesShape(parts),
    urlShape(parts),
    computedShape(parts),
  ] as const

export type Field = zod.infer<ReturnType<typeof shapes>[number]>
export type FieldType = Field['type']
export type FieldOf<T extends FieldType> = Extract<Field, { type: T }>

const kinds: { readonly [T in FieldType]: FieldKind<FieldOf<T>> } = {
  text,
  integer,
  rupiah,
  decimal,
  percent,
  date,
  time,
  moment,
  phone,
  choice,
  choices,
  url,
  computed,
}

/** What this field's type can do. */
export function kindOf<F extends Field>(field: F): FieldKind<F> {
  return kinds[field.type] as unknown as FieldKind<F>
}
