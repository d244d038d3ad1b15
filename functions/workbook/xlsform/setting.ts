/** What is known before the survey is read. */
import type { Choice } from '../../schema/form.ts'
import type { DraftFlaw } from '../../schema/form-draft.ts'
import type { Languages } from './languages.ts'
import type { Lists } from './lists.ts'
import type { NameBook } from './names.ts'
import type { NamedSheet } from './sheets.ts'

export type Setting = {
  readonly lists: Lists
  /** Of the sheet `external_choices`. */
  readonly externals: Lists
  /** Ids of the region's reference lists. */
  readonly regionLists: readonly string[]
  /** CSV files that came with the workbook, by name in lower case. */
  readonly files: ReadonlyMap<string, NamedSheet>
  /** Lists that some question takes with `or_other`: they end with that choice wherever they are taken, as in ODK. */
  readonly withOther: ReadonlySet<string>
  readonly languages: Languages
  readonly names: NameBook
  readonly flaws: DraftFlaw[]
}
export type ChoiceList = readonly Choice[] | { readonly reference: string }
