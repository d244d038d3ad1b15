/** What the walk through a survey gathers. */
import type { Field, Table } from '../../schema/form.ts'
import type { Wording } from '../../schema/wording.ts'
import type { Read } from './question.ts'
import type { SheetRow } from './sheets.ts'

/** Where a row stands: the names of the groups and repeats around it, and its own. */
export type Way = readonly string[]
/** A group or repeat around a question, whose `relevant` counts for it. */
export type Standing = { readonly row: SheetRow; readonly way: Way }
/** A question with what it stands under, the outermost first. `table`: its repeat. */
export type Question = Standing & {
  field: Field
  readonly texts: Read['texts']
  readonly name: string
  readonly under: readonly Standing[]
  readonly table: Repeat | undefined
  /** The text beside a choice "other" of the question before it. */
  readonly otherOf?: string
}
export type Repeat = Standing & {
  readonly id: string
  readonly name: string
  readonly title: Wording
  readonly hint?: Wording
  readonly under: readonly Standing[]
  readonly rows: Pick<Table, 'minRows' | 'maxRows'>
}
export type Survey = {
  readonly questions: Question[]
  readonly repeats: Repeat[]
  readonly opening: Wording[]
  readonly groups: Way[]
  /** Questions that could not be read. */
  readonly unreadable: Way[]
  /** Notes: nobody answers them. */
  readonly notes: Way[]
  /** The day on which the form is filled, which is not asked. */
  readonly days: Way[]
}
