/** Adds the column `lengkap` where reading the other columns gives less than the form is. */
import type { FormDefinition } from '../../../schema/form.ts'
import { headingOf, keyOf } from '../columns.ts'
import { differenceOf, type OwnPart, ownCell } from '../own-parts.ts'
import type { WrittenRow, WrittenSheets } from './sheets-of.ts'

/** `read`: what the sheets give without it. */
export function ownParts(sheets: WrittenSheets, wanted: FormDefinition, read: FormDefinition | null): WrittenSheets {
  // In the order of the rows: one name may stand for a table and for a question in it.
  const [is, all] = [partsOf(read), partsOf(wanted)]
  const asked = (row: WrittenRow) => !/^(begin_group|end_)/.test(row.type ?? '')
  const marked = (row: WrittenRow, part: OwnPart | undefined): WrittenRow =>
    part === undefined ? row : { ...row, lengkap: ownCell(part, keyed(row)) }
  let at = -1
  const survey = (sheets.survey ?? []).map((row) => {
    if (!asked(row)) return row
    at += 1
    const whole = all[at]
    return whole === undefined ? row : marked(row, differenceOf(is[at], whole))
  })
  const ofForm = read === null ? undefined : differenceOf(read, wanted)
  return { ...sheets, survey, settings: (sheets.settings ?? []).map((row) => marked(row, ofForm)) }
}

function partsOf(form: FormDefinition | null): object[] {
  if (form === null) return []
  return [...form.fields, ...form.tables.flatMap((table) => [table, ...table.fields])]
}

/** As a reader keys them: by what the heading means, trimmed, without empty ones. */
function keyed(row: WrittenRow): WrittenRow {
  return Object.fromEntries(
    Object.entries(row).flatMap(([heading, text]) => {
      const kept = text?.trim() ?? ''
      return kept === '' ? [] : [[keyOf(headingOf(heading)), kept]]
    }),
  )
}
