/** What changed between two revisions, by field and by row, in words. Rows are told apart by their keys, not their places. */
import type { AnswerContext } from '../../schema/answers/context.ts'
import { formatValue } from '../../schema/answers/format-value.ts'
import { rowLabel } from '../../schema/answers/row-label.ts'
import type { Answers, Cells, Row, Value } from '../../schema/answers.ts'
import type { Field, FormDefinition, Table } from '../../schema/form.ts'
import type { Submission } from '../../schema/round.ts'
import type { Wording } from '../../schema/wording.ts'
import { canonicalJson } from '../canonical-json.ts'
import { answersFor, type ForReader } from '../personal/answers-for.ts'
import { Refused } from '../refusal.ts'
import type { Regions } from '../region/regions.ts'
import { answerContext } from './answer-context.ts'
import type { FormCatalogue } from './form-catalogue.ts'
import { loadWork, type WorkKey } from './load-round.ts'
import { revisionsOf } from './may-write.ts'
import type { Rounds } from './rounds.ts'

export type Change = {
  pointer: string
  label: Wording
  kind: 'added' | 'removed' | 'changed'
  before: Wording | null
  after: Wording | null
}
export type Difference = { from: number; to: number; changes: Change[] }
type Ports = { rounds: Rounds; regions: Regions; forms: FormCatalogue } & ForReader

/** `from` 0 compares with nothing. Refuses with `not-found`. */
export async function compareRevisions(
  now: Date,
  ports: Ports,
  key: WorkKey,
  { from, to }: { from: number; to: number },
): Promise<Difference> {
  const { state, definition } = await loadWork(ports, key)
  const revisions = revisionsOf(state.facts, key.agencyId, key.formId)
  const context = answerContext(now, state, await ports.regions.references(key.region), key.agencyId)
  const find = (revision: number) => {
    const found = revisions.find((each) => each.revision === revision)
    if (found === undefined && revision !== 0) throw new Refused({ code: 'not-found', what: 'submission' })
    return found
  }
  const [before, after] = [find(from), find(to)]
  const [old, fresh] = await Promise.all([
    bodyOf(ports, { region: key.region, definition }, before),
    bodyOf(ports, { region: key.region, definition }, after),
  ])
  return { from, to, changes: [...nilChange(before, after), ...compareAnswers(definition, old, fresh, context)] }
}

async function bodyOf(
  ports: Ports,
  { region, definition: current }: { region: string; definition: FormDefinition },
  submission: Submission | undefined,
): Promise<Answers> {
  if (submission === undefined) return { fields: {}, rows: {} }
  const { formId, formVersion, sha256 } = submission
  const definition = (await ports.forms.definition(formId, formVersion, region)) ?? current
  return answersFor(ports, region, { definition, sha256 })
}

function nilChange(before: Submission | undefined, after: Submission | undefined): Change[] {
  const [old, fresh] = [before?.nilReason ?? null, after?.nilReason ?? null]
  if (old === fresh) return []
  const said = (reason: string | null) => (reason === null ? null : { id: reason, en: reason })
  return [change('', { id: 'Nihil', en: 'Nil' }, said(old), said(fresh))]
}

/** Pure: all changed fields, then rows by table. */
function compareAnswers(definition: FormDefinition, before: Answers, after: Answers, context: AnswerContext): Change[] {
  return [
    ...compareCells(definition.fields, before.fields, after.fields, { pointer: '/fields', context }),
    ...definition.tables.flatMap((table) =>
      compareRows(table, before.rows[table.id] ?? [], after.rows[table.id] ?? [], context),
    ),
  ]
}

function compareRows(table: Table, before: readonly Row[], after: readonly Row[], context: AnswerContext): Change[] {
  const old = new Map(before.map((row) => [row.rowKey, row]))
  const kept = new Set(after.map(({ rowKey }) => rowKey))
  const changed = after.flatMap((row, index) => {
    const pointer = `/rows/${table.id}/${row.rowKey}`
    const label = rowLabel(table, row, index, context)
    const previous = old.get(row.rowKey)
    if (previous === undefined) return [change(pointer, label, null, wholeRow(table, row, context))]
    return compareCells(table.fields, previous.cells, row.cells, { pointer, context, row: label })
  })
  const removed = before.flatMap((row, index) => {
    const label = rowLabel(table, row, index, context)
    if (kept.has(row.rowKey)) return []
    return [change(`/rows/${table.id}/${row.rowKey}`, label, wholeRow(table, row, context), null)]
  })
  return [...changed, ...removed]
}

/** `Kode: 1.02...; Pagu: Rp1.000.000`. */
function wholeRow(table: Table, row: Row, context: AnswerContext): Wording {
  const say = (language: 'id' | 'en') =>
    table.fields
      .filter(({ id }) => row.cells[id] !== undefined)
      .map((field) => `${field.label[language]}: ${formatValue(field, row.cells[field.id], language, context) || '–'}`)
      .join('; ')
  return { id: say('id') || '–', en: say('en') || '–' }
}

type Place = { pointer: string; context: AnswerContext; row?: Wording }

function compareCells(fields: readonly Field[], before: Cells, after: Cells, place: Place): Change[] {
  return fields.flatMap((field) => {
    const [old, fresh] = [before[field.id], after[field.id]]
    if (canonicalJson(old ?? null) === canonicalJson(fresh ?? null)) return []
    const say = (value: Value | undefined): Wording | null => {
      if (value === undefined) return null
      const words = (language: 'id' | 'en') => formatValue(field, value, language, place.context) || '–'
      return { id: words('id'), en: words('en') }
    }
    const { row } = place
    const label =
      row === undefined ? field.label : { id: `${row.id}: ${field.label.id}`, en: `${row.en}: ${field.label.en}` }
    return [change(`${place.pointer}/${field.id}`, label, say(old), say(fresh))]
  })
}

function change(pointer: string, label: Wording, before: Wording | null, after: Wording | null): Change {
  const kind = before === null ? 'added' : after === null ? 'removed' : 'changed'
  return { pointer, label, kind, before, after }
}
