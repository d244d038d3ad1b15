/** Work of an older version as the round asks it now: through each move in turn, so that a name that changed twice is followed twice. */
import { blankAnswers } from '../../schema/answers/blank-answers.ts'
import type { AnswerContext } from '../../schema/answers/context.ts'
import type { Answers, Cells, Row } from '../../schema/answers.ts'
import type { Field, FormDefinition } from '../../schema/form.ts'
import type { LeftAnswer } from '../../schema/version-move.ts'
import type { Regions } from '../region/regions.ts'
import { type Carried, carryAnswers } from '../versions/carry-answers.ts'
import { answerContext } from './answer-context.ts'
import type { FormCatalogue } from './form-catalogue.ts'
import { loadWork, type Work, type WorkKey } from './load-round.ts'
import type { Rounds } from './rounds.ts'
import { pathFrom } from './version-moves.ts'

export type WorkToCarry = { readonly formVersion: number; readonly answers: Answers }

/** `left`: what found no place on the way. Work of the version that is asked is the same, with nothing left. */
export async function carryWork(
  { forms }: { forms: FormCatalogue },
  { state, assignment, definition }: Work,
  context: AnswerContext,
  { formVersion, answers }: WorkToCarry,
): Promise<Carried> {
  const { formId } = assignment
  const path = pathFrom(state.facts, assignment, formVersion)
  let before = path.length === 0 ? undefined : await forms.definition(formId, formVersion, state.facts.region)
  if (before === undefined) return { answers, left: [] }
  let carried: Carried = { answers, left: [] }
  for (const { to, mapping } of path) {
    const after = to === definition.version ? definition : await forms.definition(formId, to, state.facts.region)
    if (after === undefined) throw new Error(`The catalogue lacks ${formId} version ${to}`)
    const step = carryAnswers(carried.answers, { before, after, context, ...(mapping && { mapping }) })
    carried = { answers: step.answers, left: [...carried.left, ...step.left] }
    before = after
  }
  return { answers: onBlank(definition, carried.answers, context), left: carried.left }
}

/** The same for answers that somebody has outside: on a device that was without a line while the form moved. Refuses with `not-found`. */
export async function carriedWork(
  now: Date,
  ports: { rounds: Rounds; regions: Regions; forms: FormCatalogue },
  key: WorkKey,
  given: WorkToCarry,
): Promise<Carried> {
  const work = await loadWork(ports, key)
  const context = answerContext(now, work.state, await ports.regions.references(key.region), key.agencyId)
  return carryWork(ports, work, context, given)
}

/** Rows that the form fixes and the older version did not have, and what new questions begin with. */
function onBlank(definition: FormDefinition, { fields, rows }: Answers, context: AnswerContext): Answers {
  const blank = blankAnswers(definition, context)
  const tables = definition.tables.map(({ id }): [string, Row[]] => {
    const [own, given] = [rows[id] ?? [], blank.rows[id] ?? []]
    const standing = new Set(own.map(({ rowKey }) => rowKey))
    return [id, [...own, ...given.filter(({ rowKey }) => !standing.has(rowKey))]]
  })
  return { fields: { ...blank.fields, ...fields }, rows: Object.fromEntries(tables) }
}

/** After a move back: what the version between (`without`) had no place for stands where it stood, if nothing was typed there. */
export function putBack(answers: Answers, older: Answers, without: FormDefinition): Answers {
  const lost = (cells: Cells, fields: readonly Field[] | undefined) =>
    Object.fromEntries(Object.entries(cells).filter(([id]) => !fields?.some((field) => field.id === id)))
  const rows = Object.entries({ ...older.rows, ...answers.rows }).map(([id, own]): [string, Row[]] => {
    const fields = without.tables.find((table) => table.id === id)?.fields
    const before = new Map((older.rows[id] ?? []).map((row) => [row.rowKey, row.cells]))
    const all = own.map((row) => ({ ...row, cells: { ...lost(before.get(row.rowKey) ?? {}, fields), ...row.cells } }))
    return [id, all]
  })
  return { fields: { ...lost(older.fields, without.fields), ...answers.fields }, rows: Object.fromEntries(rows) }
}

/** One line for each place, the newest version's first. */
export function distinctLeft(left: readonly LeftAnswer[]): LeftAnswer[] {
  const lines = new Map(left.map((each) => [`${each.pointer} ${each.value.id}`, each]))
  return [...lines.values()].toSorted((a, b) => b.version - a.version)
}
