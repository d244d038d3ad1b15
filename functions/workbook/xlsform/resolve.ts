/** Reads the expressions of all questions now that every name is known, and puts header and tables together. */
import { isNote } from '../../schema/fields/computed.ts'
import type { Field, FormDefinition, Table } from '../../schema/form.ts'
import { CellsReader } from './cells-reader.ts'
import { circlesIn } from './circles.ts'
import { ruledField } from './field-rules.ts'
import { flawAt } from './flaws.ts'
import { lookUpsIn } from './look-ups.ts'
import type { Setting } from './setting.ts'
import type { Repeat, Survey } from './survey-parts.ts'
import { withTotals } from './totals.ts'

type Parts = Pick<FormDefinition, 'fields' | 'tables' | 'lists'>

export function resolve(survey: Survey, setting: Setting): Parts {
  const { flaws, languages } = setting
  const cells = new CellsReader(survey, lookUpsIn(setting), flaws)
  const resolved = survey.questions.map((question) => ({ question, field: ruledField(question, cells, languages) }))
  const of = (repeat: Repeat | undefined) =>
    resolved.flatMap(({ question, field }) => (question.table === repeat ? [field] : []))
  const tables = survey.repeats.flatMap((repeat): Table[] => {
    const fields = of(repeat)
    if (!fields.every(isNote)) return [tableOf(repeat, fields, cells)]
    flaws.push(flawAt(repeat.row.at('type'), 'repeat-empty', repeat.title.id))
    return []
  })
  const parts = withTotals({ fields: of(undefined), tables })
  for (const { id, circle } of circlesIn(parts)) {
    const at =
      resolved.find(({ field }) => field.id === id)?.question.row ?? survey.repeats.find((each) => each.id === id)?.row
    const column = at?.cells.calculation === undefined ? 'relevant' : 'calculation'
    if (at !== undefined)
      flaws.push(flawAt(at.at(column), 'circle', circle.map((each) => cells.nameOf(each)).join(' → ')))
  }
  return { ...parts, ...cells.lists() }
}

function tableOf({ id, title, hint, row, way, under, rows }: Repeat, fields: Field[], cells: CellsReader): Table {
  const relevant = cells.relevant([...under, { row, way }], undefined)
  const cell = { row, way, column: 'repeat_count', table: undefined }
  const source = row.cells.repeat_count
  const isRule = source !== undefined && !/^\d+(\.0+)?$/.test(source)
  const count = isRule ? cells.rule(cell, source, cells.stands(cell)) : undefined
  const rules = { ...(relevant && { relevant }), ...(count && { count }) }
  return {
    id,
    title,
    ...(hint === undefined ? {} : { hint }),
    fields,
    ...rows,
    ...(Object.keys(rules).length === 0 ? {} : { rules }),
  }
}
