/** Where an expression stands, and what the names in it stand for. */
import type { Field } from '../../schema/form.ts'
import type { FlawCode } from './flaws.ts'

/** What a name of the file stands for. `table`: the repeat that a question stands in. */
export type Named =
  | { readonly kind: 'field'; readonly field: Field; readonly table: string | undefined }
  | { readonly kind: 'table'; readonly id: string }
  | { readonly kind: 'today' }
  | { readonly kind: 'group' }
  | { readonly kind: 'several' }
  | { readonly kind: 'unreadable' }
export type Stands = {
  readonly find: (name: string) => Named | undefined
  readonly fieldOf: (id: string) => Field | undefined
  /** The table that the row stands in. */
  readonly table: string | undefined
  /** What `.` is, where it may be used. */
  readonly self?: Field | undefined
  /** Columns of the list that a choice_filter chooses from. */
  readonly choiceColumns?: ReadonlySet<string> | undefined
  /** Worked out once and then kept, so what is made anew each time may stand there. */
  readonly once?: boolean
  /** Says something that keeps nothing from being published. */
  readonly note: (code: FlawCode, what: string) => void
}
