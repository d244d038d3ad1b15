/**
 * What all answers to a question come to: how often each choice was taken, and the sum, mean, least and most of a number; of all,
 * by agency, and by the kelurahan that a row names. Blanks and absences are no answers and are counted apart.
 */
import { choicesOf } from '../../schema/answers/choices.ts'
import type { AnswerContext } from '../../schema/answers/context.ts'
import { isNote, isPercent } from '../../schema/fields/computed.ts'
import type { Field, FormDefinition } from '../../schema/form.ts'
import type { Wording } from '../../schema/wording.ts'
import { columnTypeOf } from './field-columns.ts'
import { whose } from './form-sheets.ts'
import type { ColumnType, ResultCell, ResultSheet } from './result-sheet.ts'

/** `counts`: by choice, in the choices' order. A mean of percentages is one of rows, so no sum of them is given. */
export type Figures = {
  readonly answered: number
  readonly blank: number
  readonly counts?: number[]
  readonly sum?: number
  readonly mean?: number
  readonly least?: number
  readonly most?: number
}
export type Group = { readonly name: Wording; readonly figures: Figures }
export type QuestionSummary = {
  /** `field`, or `table.field`. */
  readonly id: string
  readonly label: Wording
  /** The table that it stands in. */
  readonly part: Wording | null
  readonly type: ColumnType
  readonly choices: { value: string; label: Wording }[]
  readonly all: Figures
  readonly byAgency: Group[]
  readonly byArea: Group[]
}

type Part = {
  readonly id: string
  readonly title: Wording | null
  readonly fields: readonly Field[]
  readonly sheet: ResultSheet
}
type Answer = { readonly agency: Wording; readonly area: Wording | undefined; readonly cell: ResultCell }

/** A list longer than this is one of names, not of kinds: nobody reads a bar for each. */
const mostChoices = 60
const areaList = 'kelurahan'

/** `sheets`: of `formSheets` with codes. `context`: of anybody, for the labels of lists. */
export function summaryOf(
  definition: FormDefinition,
  sheets: readonly ResultSheet[],
  context: AnswerContext,
): QuestionSummary[] {
  return partsOf(definition, sheets).flatMap((part) => {
    const area = part.fields.findIndex(
      (field) => field.type === 'choice' && 'reference' in field.choices && field.choices.reference === areaList,
    )
    return part.fields.flatMap((field, at) => {
      const choices = 'choices' in field ? choicesOf(field, context).map(({ value, label }) => ({ value, label })) : []
      const number = isNumber(field)
      if (!number && (choices.length === 0 || choices.length > mostChoices || at === area)) return []
      const answers = part.sheet.rows.map((row) =>
        answerOf(row, { at, area: part.fields[area], areaAt: area }, context),
      )
      const figure = (some: readonly Answer[]) => (number ? ofNumbers(some, isShare(field)) : ofChoices(some, choices))
      return [
        {
          id: part.title === null ? field.id : `${part.id}.${field.id}`,
          label: field.label,
          part: part.title,
          type: number ? columnTypeOf(field) : ('text' as const),
          choices: number ? [] : choices,
          all: figure(answers),
          byAgency: grouped(answers, ({ agency }) => agency, figure),
          byArea: grouped(answers, ({ area: name }) => name, figure),
        },
      ]
    })
  })
}

function partsOf(definition: FormDefinition, sheets: readonly ResultSheet[]): Part[] {
  const sheetOf = (id: string) => sheets.find((sheet) => sheet.id === id)
  const header = sheetOf(definition.id)
  const asked = definition.fields.filter((field) => !isNote(field))
  return [
    ...(header === undefined ? [] : [{ id: definition.id, title: null, fields: asked, sheet: header }]),
    ...definition.tables.flatMap(({ id, title, fields }) => {
      const sheet = sheetOf(`${definition.id}.${id}`)
      return sheet === undefined ? [] : [{ id, title, fields: fields.filter((field) => !isNote(field)), sheet }]
    }),
  ]
}

function isNumber(field: Field): boolean {
  return ['integer', 'rupiah', 'decimal', 'percent'].includes(columnTypeOf(field))
}

function isShare(field: Field): boolean {
  return field.type === 'percent' || (field.type === 'computed' && isPercent(field.formula))
}

/** Cells follow those that say whose they are, and one more. */
const first = whose.length + 1
const agencyAt = 1

type Place = { readonly at: number; readonly area: Field | undefined; readonly areaAt: number }

function answerOf(row: readonly ResultCell[], { at, area, areaAt }: Place, context: AnswerContext): Answer {
  const agency = String(row[agencyAt] ?? '')
  const code = area === undefined ? undefined : row[first + areaAt]
  const known =
    area && 'choices' in area ? choicesOf(area, context).find(({ value }) => value === code)?.label : undefined
  const plain = code === undefined || code === null ? undefined : { id: String(code), en: String(code) }
  return { agency: { id: agency, en: agency }, area: known ?? plain, cell: row[first + at] ?? null }
}

function ofNumbers(answers: readonly Answer[], share: boolean): Figures {
  const numbers = answers.flatMap(({ cell }) => (typeof cell === 'number' ? [cell] : []))
  const head = { answered: numbers.length, blank: answers.length - numbers.length }
  if (numbers.length === 0) return head
  const sum = numbers.reduce((left, right) => left + right, 0)
  const ends = { least: numbers.reduce((a, b) => Math.min(a, b)), most: numbers.reduce((a, b) => Math.max(a, b)) }
  return { ...head, ...(share ? {} : { sum }), mean: sum / numbers.length, ...ends }
}

function ofChoices(answers: readonly Answer[], choices: QuestionSummary['choices']): Figures {
  const counts = new Map(choices.map(({ value }) => [value, 0]))
  let answered = 0
  for (const { cell } of answers) {
    const taken = typeof cell === 'string' ? cell.split('; ').filter((value) => counts.has(value)) : []
    for (const value of taken) counts.set(value, (counts.get(value) ?? 0) + 1)
    if (taken.length > 0) answered += 1
  }
  return { answered, blank: answers.length - answered, counts: [...counts.values()] }
}

function grouped(
  answers: readonly Answer[],
  nameOf: (answer: Answer) => Wording | undefined,
  figure: (some: readonly Answer[]) => Figures,
): Group[] {
  const named = answers.flatMap((answer) => {
    const name = nameOf(answer)
    return name === undefined ? [] : [{ name, answer }]
  })
  return [...Map.groupBy(named, ({ name }) => name.id).values()].flatMap((same) => {
    const name = same[0]?.name
    return name === undefined ? [] : [{ name, figures: figure(same.map(({ answer }) => answer)) }]
  })
}
