/** Where an expression stands, and what the names in it stand for. */
import type { Field } from '../../schema/form.ts'
import type { FlawCode } from './flaws.ts'
import type { Way } from './survey-parts.ts'

/** What a name of the file stands for. `table`: the repeat that a question stands in. */
export type Named = { readonly way: Way } & (
  | { readonly kind: 'field'; readonly field: Field; readonly table: string | undefined }
  | { readonly kind: 'table'; readonly id: string }
  | { readonly kind: 'today' | 'group' | 'note' | 'several' | 'unreadable' }
)
/** A list that can be looked into: its columns as written in expressions, in lower case. */
export type LookedUp = {
  readonly id: string
  readonly columns: ReadonlySet<string>
  readonly items: readonly Readonly<Record<string, string>>[]
}
export type Stands = {
  /** `from`: where a path starts. */
  readonly find: (name: string, from: Way) => Named | undefined
  readonly list: (name: string) => LookedUp | undefined
  /** Says that a list is looked into, at this column. */
  readonly looksInto: (list: LookedUp, column: string) => void
  /** The row's own place. */
  readonly way: Way
  /** The group whose condition it is, where it is one. */
  readonly inside?: Way | undefined
  /** Where a table stands. */
  readonly wayOf: (table: string) => Way
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
  readonly note: (code: FlawCode, what?: string) => void
}
