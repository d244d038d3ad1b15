/** What the walk through a survey gathers. */
import type { Field, Table } from '../../schema/form.ts'
import type { Wording } from '../../schema/wording.ts'
import type { Read } from './question.ts'
import type { SheetRow } from './sheets.ts'

/** A question with the rows whose `relevant` it stands under, the outermost first. `table`: its repeat. */
export type Question = {
  field: Field
  readonly texts: Read['texts']
  readonly row: SheetRow
  readonly name: string
  readonly under: readonly SheetRow[]
  readonly table: Repeat | undefined
  /** The text beside a choice "other" of the question before it. */
  readonly otherOf?: string
}
export type Repeat = {
  readonly id: string
  readonly name: string
  readonly title: Wording
  readonly hint?: Wording
  readonly row: SheetRow
  readonly under: readonly SheetRow[]
  readonly rows: Pick<Table, 'minRows' | 'maxRows'>
}
export type Survey = {
  readonly questions: Question[]
  readonly repeats: Repeat[]
  readonly opening: Wording[]
  /** Names of groups, and of questions that could not be read. */
  readonly groups: Set<string>
  readonly unreadable: Set<string>
  /** Names of the day on which the form is filled, which is not asked. */
  readonly days: Set<string>
}
